import { newThrottle } from '../../shared/throttle.js';

/**
 * @typedef {object} Mistakes how the network reads the test records, kept up to date while anybody is looking
 * @property {import('../../shared/evaluation.js').Evaluation | null} evaluation
 * @property {import('../../shared/throttle.js').Throttle} throttle of evaluations while the network learns
 * @property {import('../../shared/evaluation.js').Cell | null} cell whose records are listed; null: all mistakes
 * @property {Misread[]} listed the worst of them
 * @property {import('./saliency.js').Saliency | null} saliency why what the stage shows is read as it is
 *
 * @typedef {object} Misread a record that is listed, mostly a misread one
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
});
