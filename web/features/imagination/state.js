import { INPUT_MIN, PIXELS } from '../../shared/shape.js';
import { newThrottle } from '../../shared/throttle.js';

/**
 * What the page knows of the network's imagination.
 *
 * @typedef {import('./chosen-targets.js').ChosenTargets} ChosenTargets
 * @typedef {import('./questions.js').Reading} Reading
 * @typedef {import('./questions.js').Backquery} Backquery
 *
 * @typedef {object} Ascent a gradient ascent on the input
 * @property {Float32Array} inputs that it has come to: 784, 0.01..1
 * @property {Float32Array | null} outputs what the network makes of those; null: not asked yet
 * @property {number} step
 *
 * @typedef {object} Imagination
 * @property {ChosenTargets} chosen
 * @property {Backquery & { chosen: ChosenTargets } | null} imagined the backquery of what was chosen then
 * @property {import('../../shared/throttle.js').Throttle} throttle of looks at a network that learns
 * @property {Ascent} ascent towards the targets
 * @property {boolean} ascending whether it goes on
 * @property {Reading[]} digitAscents where the ascents for the digits 0, 1, ... have ended, as far as they have
 */

/** Steps of an ascent. */
export const ASCENT_STEPS = 200;

/** @type {Ascent} */
export const BLANK = { inputs: new Float32Array(PIXELS).fill(INPUT_MIN), outputs: null, step: 0 };

/** @type {ChosenTargets} */
const INITIAL_TARGETS = { kind: 'digit', first: 3, second: 8, share: 0.5 };

/** @returns {Imagination} */
export const initialImagination = () => ({
  chosen: INITIAL_TARGETS,
  imagined: null,
  throttle: newThrottle(),
  ascent: BLANK,
  ascending: false,
  digitAscents: [],
});

/**
 * What a restart of the worker leaves: the choice.
 *
 * @param {Imagination} imagination
 * @returns {Imagination}
 */
export const restartedImagination = ({ chosen }) => ({ ...initialImagination(), chosen });
