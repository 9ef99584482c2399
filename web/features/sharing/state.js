/**
 * @typedef {object} Sharing
 * @property {import('../../app/page-state.js').Route | null} offer the route of the link; null: no link yet
 * @property {'' | 'copied' | 'selected'} copied the result of Copy link
 */

/** @returns {Sharing} */
export const initialSharing = () => ({ offer: null, copied: '' });
