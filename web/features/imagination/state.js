import { INPUT_MIN, PIXELS } from '../../shared/shape.js';
import { newThrottle } from '../../shared/throttle.js';
import { WAYS } from '../../shared/ways.js';

/**
 * @typedef {import('./chosen-targets.js').ChosenTargets} ChosenTargets
 * @typedef {import('./questions.js').Reading} Reading
 * @typedef {import('./questions.js').Backquery} Backquery
 *
 * @typedef {object} Ascent a gradient ascent on the input
 * @property {Float32Array} inputs reached so far: 784, 0.01..1
 * @property {Float32Array | null} outputs of the network for these inputs; null: not asked yet
 * @property {number} step
 *
 * @typedef {object} Imagination
 * @property {import('../../shared/ways.js').Way} way in which the pictures beside the outputs are found
 * @property {{ done: number, of: number } | null} search for the clearest pictures, if one is running: how many networks
 *   have been looked at
 * @property {import('./search.js').Clearest | null} clearest what the latest search has found
 * @property {ChosenTargets} chosen
 * @property {Backquery & { chosen: ChosenTargets } | null} imagined the latest backquery, with its targets
 * @property {import('../../shared/throttle.js').Throttle} throttle of updates while the network learns
 * @property {Ascent} ascent towards the chosen targets
 * @property {boolean} ascending whether the ascent is running
 * @property {Reading[]} digitAscents what the network imagines for the digits 0, 1, ..., as far as it is
 *   known
 */

/** Steps of an ascent. */
export const ASCENT_STEPS = 200;

/** @type {Ascent} */
export const BLANK = { inputs: new Float32Array(PIXELS).fill(INPUT_MIN), outputs: null, step: 0 };

/** @type {ChosenTargets} */
const INITIAL_TARGETS = { kind: 'digit', first: 3, second: 8, share: 0.5 };

/** @returns {Imagination} */
export const initialImagination = () => ({
  way: WAYS[0],
  search: null,
  clearest: null,
  chosen: INITIAL_TARGETS,
  imagined: null,
  throttle: newThrottle(),
  ascent: BLANK,
  ascending: false,
  digitAscents: [],
});

/**
 * The state after a restart of the worker: the choices stay.
 *
 * @param {Imagination} imagination
 * @returns {Imagination}
 */
export const restartedImagination = ({ way, chosen }) => ({ ...initialImagination(), way, chosen });
