import { newThrottle } from '../../shared/throttle.js';

/**
 * @typedef {object} Nodes the weights of the hidden nodes, as pictures
 * @property {boolean} seen whether they are in view
 * @property {import('../../shared/throttle.js').Throttle} throttle of updates while the network learns
 * @property {ReturnType<typeof import('./questions.js').weightPictures> | null} weights
 */

/** @returns {Nodes} */
export const initialNodes = () => ({ seen: false, throttle: newThrottle(), weights: null });

/**
 * The state after a restart of the worker: `seen` stays, because only changes of it are reported.
 *
 * @param {Nodes} nodes
 * @returns {Nodes}
 */
export const restartedNodes = ({ seen }) => ({ ...initialNodes(), seen });
