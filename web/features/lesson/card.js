import { predict } from '../../shared/confidence.js';
import { run } from './state.js';

/**
 * The parts of a card, and functions that several cards use.
 *
 * @typedef {import('../../app/page-state.js').State} State
 * @typedef {import('../../app/page-state.js').Run} Run
 * @typedef {import('./actions.js').Drive} Drive
 *
 * @typedef {object} Card
 * @property {string} title
 * @property {string} text two to four short sentences, for a reader aged fourteen
 * @property {string} task for the visitor
 * @property {string} target a CSS selector of the part of the page that the card is about
 * @property {string} [result] a CSS selector of the part where the result appears; default: target
 * @property {(page: Drive, state: State) => void} prepare shows what the card is about, without losing the visitor's
 *   drawing or run
 * @property {(state: State, start: Run, page: Drive) => boolean} done whether the task is done; start: the run when
 *   the card was opened
 * @property {(state: State, page: Drive) => string} [almost] a hint while the task is not done; '': none
 * @property {(state: State, page: Drive) => string} after explains the result once, when the task is done
 * @property {Button[]} [buttons] for tasks that no control of the page can do
 * @property {Button[]} [stead] replace the training controls if a link hides them
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

/** Returns to the current network if a snapshot is viewed. @type {Card['prepare']} */
export const showNow = (page, state) => {
  if (run(state).viewedStep !== null) page.rewind(null);
};

/** @param {State['stage']['pinned']} part */
export const index = (part) => part?.index ?? 0;

/**
 * As what a network reads a picture to which a part of a change is made.
 *
 * @param {State['foil']['answering']} fooled
 * @param {number} position how large a part
 */
export const readAt = (fooled, position) => (fooled ? predict(fooled.outputs[position]).digit : null);

/** @param {State['stage']['answer']} answer @param {number} node */
export const activation = (answer, node) => answer?.hidden[node] ?? Number.NaN;

/** @param {State['stage']['answer']} answer @param {number} pixel */
export const input = (answer, pixel) => answer?.inputs[pixel] ?? Number.NaN;
