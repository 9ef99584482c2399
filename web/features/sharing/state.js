import { WHOLE_PAGE } from '../../app/link.js';

/**
 * @typedef {object} Tools of the page's head
 * @property {'keys' | 'link' | null} open the dialog that is open
 * @property {boolean} keysOn whether single keys do something
 * @property {import('../../app/link.js').Route} offer what the link that is being made shows
 * @property {'' | 'copied' | 'selected'} copied what became of it
 */

/** @returns {Tools} */
export const initialTools = () => ({ open: null, keysOn: true, offer: WHOLE_PAGE, copied: '' });
