/** An input for a pixel, as in the notebook: 0.01 where there is no ink. @param {number} grey 0..255 */
export const inputOf = (grey) => (grey / 255) * 0.99 + 0.01;

/** The grey nearest to an input. @param {number} input 0.01..1 */
export const greyOf = (input) => Math.round(((input - 0.01) / 0.99) * 255);
