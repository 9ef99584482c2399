import { msg, str } from '@lit/localize';
import { predict } from '../../shared/confidence.js';
import { awaitedRecords } from '../../ui/awaited-records.js';
import { decimal, percent, whole } from '../../ui/format.js';
import { run } from './state.js';

/**
 * The parts of a card, and functions that several cards use.
 *
 * @typedef {import('../../app/page-state.js').State} State
 * @typedef {import('../../app/page-state.js').Run} Run
 * @typedef {import('./actions.js').Drive} Drive
 *
 * @typedef {object} Card
 * @property {() => string} title
 * @property {(state: State) => string} text two to four short sentences, for a reader aged fourteen
 * @property {(state: State) => string} task for the visitor
 * @property {string} target a CSS selector of the part of the page that the card is about: as small as can be, since it
 *   is kept in view beside the card
 * @property {(page: Drive, state: State) => void} prepare shows what the card is about, without losing the visitor's
 *   drawing or run
 * @property {(page: Drive) => void} [leave] closes what it has opened, for the visitor who goes on
 * @property {(state: State, start: Run, page: Drive) => boolean} done whether the task is done; start: the run when
 *   the card was opened
 * @property {(state: State, page: Drive) => string} [almost] a hint while the task is not done; '': none
 * @property {(state: State, page: Drive) => string} after explains the result when the task is done. It is asked for
 *   again and again, so what it says is true of what the page shows now.
 * @property {(state: State, page: Drive) => string} [live] the number that matters, as it is now; '': none yet
 * @property {(state: State) => import('lit').TemplateResult | null} [shows] a picture of it
 * @property {(state: State) => Button[]} [buttons] for tasks that no control of the page can do
 *
 * @typedef {object} Button
 * @property {string} label
 * @property {(page: Drive, state: State) => void} does
 */

/** Puts the visitor's drawing on the stage, or an example if there is none. @type {Card['prepare']} */
export const showDrawing = (page, { stage }) => {
  if (stage.strokes.length === 0) page.drawExample(0);
  else page.put({ about: 'drawing' });
};

/** Puts a record on the stage, so that there is a label. @type {Card['prepare']} */
export const showRecord = (page) => {
  page.fetchMissing('test');
  page.put({ about: 'record', index: 0 });
};

/** Whether a drawing is on the stage, or none yet. @param {State} state */
export const showsDrawing = ({ stage: { shown } }) => shown.about === 'drawing';

/** That there is nothing on the stage; '': there is. @param {State} state */
export const awaitingDrawing = (state) =>
  showsDrawing(state) && state.stage.strokes.length === 0 ? msg('Draw a digit first.') : '';

/** That the record is not on the stage, or, to a visitor who has picked a part of it, not yet. @param {State} state */
export const awaitingRecord = (state) => {
  if (showsDrawing(state))
    return msg('The page cannot know which digit you drew, so there is no error. Put the test record back.');
  const { pinned, answer } = state.stage;
  return pinned && (answer?.label ?? null) === null ? awaitedRecords(state.records.test) : '';
};

/** Puts the record on the stage again, for the visitor who has drawn instead. @type {NonNullable<Card['buttons']>} */
export const recordAgain = (state) =>
  showsDrawing(state) ? [{ label: msg('Put the record back'), does: showRecord }] : [];

/** Returns to the current network if a snapshot is viewed. @type {Card['prepare']} */
export const showNow = (page, state) => {
  if (run(state).viewedStep !== null) page.rewind(null);
};

/** Whether a link hides the card with the training controls. @param {State} state */
export const hidesTraining = ({ hide }) => hide.includes('training');

/**
 * As what a network reads a picture to which a part of a change is made.
 *
 * @param {State['foil']['answering']} fooled
 * @param {number} position how large a part
 */
export const readAt = (fooled, position) => (fooled ? predict(fooled.outputs[position]).digit : null);

/** A node below this is dark: rounded to two decimals, it is less than 0.50. */
const DARK = 0.495;

/** The value of the hidden node that is picked; null: none is, or there is no answer yet. @param {State} state */
const pickedValue = ({ stage: { pinned, answer } }) =>
  pinned?.kind === 'node' && answer ? answer.hidden[pinned.index] : null;

/** Whether the hidden node that is picked is dark; null: none is picked. @param {State} state */
export const isDark = (state) => {
  const value = pickedValue(state);
  return value === null ? null : value < DARK;
};

/**
 * The number of the hidden node that is picked, and its sum as soon as its weights are known.
 *
 * @type {NonNullable<Card['live']>}
 */
export const aboutSum = ({ stage: { pinned, answer, detail } }) => {
  if (pinned?.kind !== 'node' || !answer) return '';
  const name = msg(str`Node ${whole(pinned.index + 1)}`);
  if (detail?.kind !== 'node' || detail.index !== pinned.index) return name;
  const sum = detail.weights.reduce((sum, weight, pixel) => sum + weight * answer.inputs[pixel], 0);
  return msg(str`${name}: sum ${decimal(sum)}`);
};

/** That, and what becomes of the sum. @type {NonNullable<Card['live']>} */
export const aboutSquashing = (state, page) => {
  const value = pickedValue(state);
  return value === null ? '' : msg(str`${aboutSum(state, page)}, squashed to ${decimal(value)}`);
};

/** The latest accuracy, and of which step it is. @type {NonNullable<Card['live']>} */
export const aboutAccuracy = (state, page) => {
  const score = page.latestScore(state);
  return score ? msg(str`Accuracy ${percent(score.accuracy)} at step ${whole(score.step)}`) : '';
};
