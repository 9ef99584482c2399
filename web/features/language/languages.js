/**
 * The languages of the page, as links have them. English stands in the sources; the others come from web/languages/, and
 * each is loaded when it is chosen. name: in the language itself; tag: as HTML has it.
 *
 * @typedef {keyof typeof LANGUAGES} Language
 */
export const LANGUAGES = {
  en: { name: 'English', tag: 'en', load: async () => {} },
  es: { name: 'Español', tag: 'es', load: () => import('../../languages/modules/es.js') },
  pt: { name: 'Português', tag: 'pt-BR', load: () => import('../../languages/modules/pt.js') },
};

export const LANGUAGE_NAMES = /** @type {Language[]} */ (Object.keys(LANGUAGES));

/**
 * The language of the page that somebody wants who wants one of these.
 *
 * @param {readonly string[]} tags the most wanted first, such as pt-BR or es
 * @returns {Language | null} null: none of them
 */
export function languageFor(tags) {
  const wanted = tags.map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
  return (
    LANGUAGE_NAMES.find((name) => name === wanted.find((each) => Object.hasOwn(LANGUAGES, each))) ?? null
  );
}
