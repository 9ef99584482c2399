/**
 * Texts in the visitor's language, for modules that the core needs, too. They look like the calls of @lit/localize, so
 * that its tools find them, but the core depends on no package: until the page sets a translation (features/language),
 * texts are English.
 *
 * @typedef {() => string} Text to be said in the language that the page has when it is drawn
 * @typedef {{ strTag: true, strings: TemplateStringsArray, values: unknown[] }} Sentence
 */

/** @param {string | Sentence} text @returns {string} */
const english = (text) =>
  typeof text === 'string' ? text : String.raw({ raw: text.strings }, ...text.values);

let translation = { locale: 'en', translate: english };

/** @param {typeof translation} next locale: as Intl takes it */
export function setTranslation(next) {
  translation = next;
}

/** The language of the page's texts, as Intl takes it. */
export const locale = () => translation.locale;

/** @type {((text: string | Sentence) => string) & { _LIT_LOCALIZE_MSG_?: never }} */
export const msg = (text) => translation.translate(text);

/** @type {((strings: TemplateStringsArray, ...values: unknown[]) => Sentence) & { _LIT_LOCALIZE_STR_?: never }} */
export const str = (strings, ...values) => ({ strTag: true, strings, values });
