/**
 * @typedef {object} Keyboard
 * @property {boolean} on whether single keys do something
 */

/** @returns {Keyboard} */
export const initialKeyboard = () => ({ on: true });
