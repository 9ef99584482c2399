import { packed } from '../../shared/packed-strokes.js';

/**
 * @typedef {object} Stage
 * @property {number[][][]} strokes the drawing: points [x, y] in 0..1, y down
 * @property {number[][][][]} earlier the drawings before its last changes, the latest last, to go back to
 * @property {number | null} digit which of its digits the stage shows, from the left; null: the one drawn last
 * @property {boolean} prepared whether drawings are prepared like MNIST's digits
 * @property {number} examples the number of examples drawn so far
 * @property {Shown} shown what the stage shows
 * @property {Answer | null} answer the network's answer to it
 * @property {number[][][] | null} answered the drawing to which `answer` belongs; null: to none
 * @property {boolean} asking whether a newer answer is on its way
 * @property {Part | null} pointed the part under the pointer
 * @property {Part | null} pinned the part that was clicked. It is explained while no part is pointed at.
 * @property {Detail | null} detail the weights of the explained part
 *
 * @typedef {{ about: 'drawing' } | { about: 'record', index: number } | { about: 'training' }} Shown
 * @typedef {import('./questions.js').Answer} Answer
 *
 * @typedef {object} Part of the stage
 * @property {'pixel' | 'node' | 'output' | 'picture'} kind
 * @property {number} index from 0
 *
 * @typedef {Part & { weights: Float32Array }} Detail of a node: from all pixels; of a pixel: to all nodes
 *
 * @typedef {import('../../app/page-state.js').State} State
 */

/** @returns {Stage} */
export const initialStage = () => ({
  strokes: [],
  earlier: [],
  digit: null,
  prepared: true,
  examples: 0,
  shown: { about: 'drawing' },
  answer: null,
  answered: null,
  asking: false,
  pointed: null,
  pinned: null,
  detail: null,
});

/**
 * The state after a restart of the worker: the drawing and its choices stay.
 *
 * @param {Stage} stage
 * @returns {Stage}
 */
export const restartedStage = ({ strokes, earlier, digit, prepared, examples }) => ({
  ...initialStage(),
  strokes,
  earlier,
  digit,
  prepared,
  examples,
});

/** The explained part of the stage. @param {State} state */
export const explained = ({ stage: { pointed, pinned } }) => pointed ?? pinned;

/**
 * What the stage shows, as a subject of questions to the worker.
 *
 * @param {State} state
 * @returns {import('../../worker/picture.js').Subject}
 */
export function subject({ stage: { shown, strokes, prepared, digit } }) {
  return shown.about === 'drawing' ? { ...shown, strokes: packed(strokes), prepared, digit } : shown;
}

/**
 * Drops a pointed or pinned node that the network no longer has.
 *
 * @param {Stage} stage
 * @param {number} hiddenNodes how many there are
 */
export function releaseNodes(stage, hiddenNodes) {
  for (const name of /** @type {const} */ (['pointed', 'pinned'])) {
    const part = stage[name];
    if (part?.kind === 'node' && part.index >= hiddenNodes) stage[name] = null;
  }
}

/**
 * Puts the drawing in place of a test record that is not among the records in use any more.
 *
 * @param {Stage} stage
 * @param {number} records how many there are
 */
export function releaseRecord(stage, records) {
  if (stage.shown.about === 'record' && stage.shown.index >= records) stage.shown = { about: 'drawing' };
}

/** How many changes of the drawing can be undone. */
const UNDOABLE = 100;

/**
 * Changes the drawing. Points that are added to the last stroke are not a change of their own to undo.
 *
 * @param {Stage} stage
 * @param {number[][][]} strokes
 */
export function changeDrawing(stage, strokes) {
  const { strokes: before, earlier } = stage;
  const isNothing = before.length === 0 && strokes.length === 0;
  if (!isNothing && !continues(strokes, before)) stage.earlier = [...earlier, before].slice(-UNDOABLE);
  Object.assign(stage, { strokes, digit: null });
}

/**
 * Brings back the drawing before the last change.
 *
 * @param {Stage} stage
 * @returns {boolean} false: there is nothing to undo
 */
export function undoChange(stage) {
  const strokes = stage.earlier.at(-1);
  if (!strokes) return false;
  Object.assign(stage, { strokes, digit: null, earlier: stage.earlier.slice(0, -1) });
  return true;
}

/** Whether a drawing is another with its last stroke drawn on. @param {number[][][]} strokes @param {number[][][]} before */
function continues(strokes, before) {
  const last = before.length - 1;
  return (
    last >= 0 &&
    strokes.length === before.length &&
    strokes[last][0] === before[last][0] &&
    strokes.slice(0, last).every((stroke, i) => stroke === before[i])
  );
}
