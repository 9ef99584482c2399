/**
 * The language of the page's texts.
 *
 * @typedef {object} LanguageState
 * @property {import('./languages.js').Language} name
 * @property {boolean} isLinked whether the link names it, and so the page's address
 */

/** @returns {LanguageState} */
export const initialLanguage = () => ({ name: 'en', isLinked: false });
