/**
 * @typedef {object} Sharing making a link
 * @property {import('../../app/page-state.js').Route | null} offer what the link will open; null: none has been
 *   made yet
 * @property {'' | 'copied' | 'selected'} copied what became of it
 */

/** @returns {Sharing} */
export const initialSharing = () => ({ offer: null, copied: '' });
