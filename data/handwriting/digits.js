// How people write the digits, wherever they went to school: skeletons for pen.js.

import { eights } from './ways/eights.js';
import { fives } from './ways/fives.js';
import { fours } from './ways/fours.js';
import { nines } from './ways/nines.js';
import { ones } from './ways/ones.js';
import { sevens } from './ways/sevens.js';
import { sixes } from './ways/sixes.js';
import { threes } from './ways/threes.js';
import { twos } from './ways/twos.js';
import { zeros } from './ways/zeros.js';

/** @typedef {string[]} Strokes of a skeleton */

/**
 * @typedef {object} Way in which a digit is written
 * @property {number} weight how often beside the digit's other ways: more where MNIST has few or none
 * @property {Strokes[]} skeletons all equally often; of three or more, the last is held out
 */

/** By digit, then by way. A digit's first way is the plainest. */
export const digits = [zeros, ones, twos, threes, fours, fives, sixes, sevens, eights, nines];
