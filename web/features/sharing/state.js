/**
 * @typedef {object} Sharing making a link
 * @property {import('../../app/page-state.js').Route | null} offer what the link that is being made opens; null: none is
 * @property {'' | 'copied' | 'selected'} copied what became of it
 */

/** @returns {Sharing} */
export const initialSharing = () => ({ offer: null, copied: '' });
