import { newThrottle } from '../../shared/throttle.js';
import { POSITIONS } from './change.js';

/**
 * @typedef {import('./questions.js').Fooled} Fooled
 *
 * @typedef {object} Foil
 * @property {boolean} open
 * @property {number | null} digit as which the networks are to read what the stage shows; null: what the answering
 *   network would guess second
 * @property {number} position of the slider: how much of the change is made (change.js)
 * @property {Fooled | null} answering what it takes to fool the network that answers; null: not known
 * @property {Fooled | null} robust the same of the robust network
 * @property {boolean} robustMissing whether the robust network could not be loaded
 * @property {readonly unknown[]} asked what the stage showed when the worker was last asked
 * @property {import('../../shared/throttle.js').Throttle} throttle of updates while the network learns
 */

/** @returns {Foil} */
export const initialFoil = () => ({
  open: false,
  digit: null,
  position: POSITIONS,
  answering: null,
  robust: null,
  robustMissing: false,
  asked: [],
  throttle: newThrottle(),
});

/**
 * The state after a restart of the worker: what the visitor has chosen stays.
 *
 * @param {Foil} foil
 * @returns {Foil}
 */
export const restartedFoil = ({ open, digit, position }) => ({ ...initialFoil(), open, digit, position });
