import { newThrottle } from '../../shared/throttle.js';

/**
 * @typedef {object} Nodes the weights of the hidden nodes, as pictures
 * @property {boolean} seen whether they are in view
 * @property {import('../../shared/throttle.js').Throttle} throttle of looks at them while the network learns
 * @property {ReturnType<typeof import('./questions.js').weightPictures> | null} weights
 */

/** @returns {Nodes} */
export const initialNodes = () => ({ seen: false, throttle: newThrottle(), weights: null });

/**
 * What a restart of the worker leaves: the page is told what is in view only when that changes.
 *
 * @param {Nodes} nodes
 * @returns {Nodes}
 */
export const restartedNodes = ({ seen }) => ({ ...initialNodes(), seen });
