import { run } from './state.js';

/**
 * What a card of the lesson is, and what cards share.
 *
 * @typedef {import('../../app/page-state.js').State} State
 * @typedef {import('../../app/page-state.js').Run} Run
 * @typedef {import('./actions.js').Drive} Drive
 *
 * @typedef {object} Card
 * @property {string} title
 * @property {string} text two to four short sentences, for a reader of fourteen
 * @property {string} task what the visitor is asked to do
 * @property {string} target the part of the page that the card is about, a CSS selector
 * @property {string} [result] where to look when the task is done, if not there
 * @property {(page: Drive, state: State) => void} prepare puts on the page what the card talks about,
 *   without losing anything of the visitor's
 * @property {(state: State, start: Run, page: Drive) => boolean} done whether the task is done; start: the run
 *   when the card was opened
 * @property {(state: State, page: Drive) => string} [almost] what is said while the task is begun and not done;
 *   '': nothing
 * @property {(state: State, page: Drive) => string} after explains what the visitor sees when the task is done;
 *   asked once
 * @property {Button[]} [buttons] for what no control of the page can do
 * @property {Button[]} [stead] instead of the controls for training, where a link hides these
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

/** Puts a record on the stage, because its label is known. @type {Card['prepare']} */
export const showRecord = (page) => {
  page.fetchMissing('test');
  page.put({ about: 'record', index: 0 });
};

/** Returns from a snapshot, if one is viewed, and otherwise leaves the run alone. @type {Card['prepare']} */
export const showNow = (page, state) => {
  if (run(state).viewedStep !== null) page.rewind(null);
};

/** @param {State['stage']['pinned']} part */
export const index = (part) => part?.index ?? 0;

/** @param {State['stage']['answer']} answer @param {number} node */
export const activation = (answer, node) => answer?.hidden[node] ?? Number.NaN;

/** @param {State['stage']['answer']} answer @param {number} pixel */
export const input = (answer, pixel) => answer?.inputs[pixel] ?? Number.NaN;
