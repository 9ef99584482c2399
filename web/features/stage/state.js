/**
 * @typedef {object} Stage the network at work on what it is shown
 * @property {number[][][]} strokes the drawing: points [x, y] in 0..1, y down
 * @property {boolean} prepared whether the network gets it prepared like MNIST's digits
 * @property {number} examples how many have been drawn: the next one follows
 * @property {Shown} shown what the stage shows
 * @property {Answer | null} answer what the network makes of it
 * @property {number[][][] | null} answered the drawing that `answer` is to, if it is to one
 * @property {boolean} asking whether a newer answer is on its way
 * @property {Part | null} pointed the part of the stage under the pointer
 * @property {Part | null} pinned the part that was clicked: explained while none is pointed at
 * @property {Detail | null} detail the weights of the part that is explained
 *
 * @typedef {{ about: 'drawing' } | { about: 'record', index: number } | { about: 'training' }} Shown
 * @typedef {import('./questions.js').Answer} Answer
 *
 * @typedef {object} Part of the stage
 * @property {'pixel' | 'node' | 'output' | 'picture'} kind
 * @property {number} index from 0
 *
 * @typedef {object} Pointing
 * @property {(part: Part | null) => void} point
 * @property {(part: Part | null) => void} pin a part that is clicked; null, or the same again: unpins it
 *
 * @typedef {Part & { weights: Float32Array }} Detail of a node: from all pixels; of a pixel: to all nodes
 *
 * @typedef {import('../../app/page-state.js').State} State
 */

/** @returns {Stage} */
export const initialStage = () => ({
  strokes: [],
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
 * What a restart of the worker leaves: the drawing.
 *
 * @param {Stage} stage
 * @returns {Stage}
 */
export const restartedStage = ({ strokes, prepared, examples }) => ({
  ...initialStage(),
  strokes,
  prepared,
  examples,
});

/** The part of the stage that is explained. @param {State} state */
export const explained = ({ stage: { pointed, pinned } }) => pointed ?? pinned;

/**
 * What the stage shows, as the worker is asked about it.
 *
 * @param {State} state
 * @returns {import('../../worker/picture.js').Subject}
 */
export function subject({ stage: { shown, strokes, prepared } }) {
  return shown.about === 'drawing' ? { ...shown, strokes, prepared } : shown;
}

/**
 * Lets go of nodes that do not exist.
 *
 * @param {Stage} stage
 * @param {number} hiddenNodes how many there are
 */
export function releaseNodes(stage, hiddenNodes) {
  for (const held of /** @type {const} */ (['pointed', 'pinned'])) {
    const part = stage[held];
    if (part?.kind === 'node' && part.index >= hiddenNodes) stage[held] = null;
  }
}
