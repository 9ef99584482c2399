import './connection-lines.js';
import { html } from 'lit';
import { largest, strongest } from '../../shared/ranking.js';
import { INPUT_MIN } from '../../shared/shape.js';
import { explained } from './state.js';

/** @typedef {import('./connection-lines.js').Line} Line */
/** @typedef {import('../../app/page-state.js').State} State */
/** @typedef {import('../../app/page-state.js').Answer} Answer */
/** @typedef {import('./state.js').Detail} Detail */

/** The largest number of lines from or to an explained part. */
const MOST = 24;
/** The largest number of lines from the hidden nodes to the highest output. */
const LEADING = 14;
/** A hidden node with a value below this gets no lines. */
const SILENT = 0.02;

/**
 * The connections that matter: those of the explained part; if there is none, the strongest ones for and against the
 * highest output, and the pixels that move the strongest hidden nodes most.
 *
 * @param {State} state
 */
export const connections = (state) => html`<connection-lines .lines=${lines(state)}></connection-lines>`;

/** @param {State} state @returns {Line[] | null} null: the weights of the explained part are on their way */
function lines(state) {
  const { answer, detail } = state.stage;
  if (!answer) return [];
  const part = explained(state);
  switch (part?.kind) {
    case 'node':
    case 'pixel':
      if (detail?.kind !== part.kind || detail.index !== part.index) return null;
      return part.kind === 'node'
        ? [...fromPixels(answer, detail), ...toOutputs(answer, part.index)]
        : toNodes(answer, detail);
    case 'output':
      return fromNodes(answer, part.index, MOST);
    default:
      return [...paths(answer), ...fromNodes(answer, largest(answer.outputs), LEADING)];
  }
}

/** @param {Answer} answer @param {Detail} detail @returns {Line[]} */
function fromPixels({ inputs }, { index: node, weights }) {
  const moves = weights.map((weight, pixel) => weight * (inputs[pixel] - INPUT_MIN));
  return strongest(moves, MOST)
    .filter((pixel) => moves[pixel] !== 0)
    .map((pixel) => ({ from: ['pixel', pixel], to: ['node', node], strength: moves[pixel] }));
}

/** @param {Answer} answer @param {Detail} detail @returns {Line[]} */
function toNodes({ inputs }, { index: pixel, weights }) {
  const moves = weights.map((weight) => weight * inputs[pixel]);
  return strongest(moves, MOST).map((node) => ({
    from: ['pixel', pixel],
    to: ['node', node],
    strength: moves[node],
  }));
}

/** @param {Answer} answer @param {number} node @returns {Line[]} */
function toOutputs({ hidden, who, outputs }, node) {
  if (hidden[node] < SILENT) return [];
  return Array.from(outputs, (_, output) => ({
    from: ['node', node],
    to: ['output', output],
    strength: who[output * hidden.length + node] * hidden[node],
  }));
}

/** @param {Answer} answer @param {number} output @param {number} most @returns {Line[]} */
function fromNodes({ hidden, who }, output, most) {
  const pulls = hidden.map((value, node) => value * who[output * hidden.length + node]);
  return strongest(pulls, most).map((node) => ({
    from: ['node', node],
    to: ['output', output],
    strength: pulls[node],
  }));
}

/** @param {Answer} answer @returns {Line[]} */
function paths({ paths }) {
  return paths.flatMap(({ node, pixels }) =>
    pixels.map(({ pixel, strength }) => ({ from: ['pixel', pixel], to: ['node', node], strength })),
  );
}
