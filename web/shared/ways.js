/** @typedef {'ascent' | 'backquery'} Way how the picture of a digit is found: by gradient ascent or by backquery */

/** @type {readonly Way[]} the first one is the default */
export const WAYS = ['ascent', 'backquery'];
