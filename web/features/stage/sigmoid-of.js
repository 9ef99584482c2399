import { msg, str } from '@lit/localize';

/**
 * How a sum that is squashed is written.
 *
 * @param {string} sum
 */
export const sigmoidOf = (sum) => msg(str`sigmoid(${sum})`);
