import { newThrottle } from '../../shared/throttle.js';

/**
 * @typedef {object} Mistakes updated while the tab is open
 * @property {import('../../shared/evaluation.js').Evaluation | null} evaluation
 * @property {import('../../shared/throttle.js').Throttle} throttle of evaluations while the network learns
 * @property {import('../../shared/evaluation.js').Cell | null} cell whose records are listed; null: all mistakes
 * @property {Misread[]} listed the records with the lowest margins
 * @property {import('./saliency.js').Saliency | null} saliency of what the stage shows
 * @property {number | null} asked the output to which ‘Who spoke for it?’ has led the visitor last; null: none
 *
 * @typedef {object} Misread a listed record; misread unless the cell is on the diagonal
 * @property {number} index in the file, from 0
 * @property {number} label
 * @property {number} answer
 * @property {Uint8Array} pixels 784 greys
 */

/** @returns {Mistakes} */
export const initialMistakes = () => ({
  evaluation: null,
  throttle: newThrottle(),
  cell: null,
  listed: [],
  saliency: null,
  asked: null,
});
