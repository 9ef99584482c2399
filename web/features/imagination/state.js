import { INPUT_MIN, PIXELS } from '../../shared/shape.js';

/**
 * What the page knows of the network's imagination.
 *
 * @typedef {import('./chosen-targets.js').Wish} Wish
 * @typedef {import('./backquery.js').Reading} Reading
 * @typedef {import('./backquery.js').Backquery} Backquery
 *
 * @typedef {object} Climb a gradient ascent on the input
 * @property {Float32Array} inputs where it has come to: 784, 0.01..1
 * @property {Float32Array | null} outputs what the network makes of that; null: not asked yet
 * @property {number} step
 *
 * @typedef {object} Imagination
 * @property {Wish} wish
 * @property {Backquery & { wish: Wish, digits: Reading[] } | null} imagined the backquery of a wish, and
 *   those of the ten digits
 * @property {Climb} climb towards the wish
 * @property {boolean} climbing whether it goes on
 * @property {Reading[]} climbed where the climbs for the digits 0, 1, ... have ended, as far as they have
 */

/** Steps of a climb. */
export const CLIMB = 200;

/** @type {Climb} */
export const BLANK = { inputs: new Float32Array(PIXELS).fill(INPUT_MIN), outputs: null, step: 0 };

/** @type {Wish} */
const FIRST_WISH = { kind: 'digit', first: 3, second: 8, share: 0.5 };

/** @returns {Imagination} */
export const initialImagination = (wish = FIRST_WISH) => ({
  wish,
  imagined: null,
  climb: BLANK,
  climbing: false,
  climbed: [],
});
