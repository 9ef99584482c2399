import { configureLocalization, msg } from '@lit/localize';
import { locale, setTranslation } from '../../shared/message.js';
import { readStored, writeStored } from '../../ui/storage.js';
import { hush } from './hush.js';
import { LANGUAGE_NAMES, LANGUAGES, languageFor } from './languages.js';

/** @typedef {import('./languages.js').Language} Language */

/** The name of the stored language. */
const KEY = 'language';

const SOURCE = 'en';

const { setLocale } = configureLocalization({
  sourceLocale: SOURCE,
  targetLocales: LANGUAGE_NAMES.filter((name) => name !== SOURCE),
  loadLocale: (name) => /** @type {Promise<any>} */ (LANGUAGES[/** @type {Language} */ (name)].load()),
});

/**
 * The language of the page's texts: that of the link, else the one chosen on an earlier visit, else the browser's.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function languageActions({ state, show, addProblem }) {
  /** @param {Language} name */
  const speak = async (name) => {
    const before = /** @type {Language} */ (locale());
    state.language.name = name;
    try {
      await setLocale(name);
      hush();
    } catch {
      // A part of the page that is not on this machine, and the server cannot be reached or has another release.
      await setLocale(before);
      state.language.name = before;
      addProblem(() =>
        msg('The page could not be loaded in the language that you chose. Reload the page, and try again.'),
      );
    }
    const { name: spoken } = state.language;
    setTranslation({ locale: spoken, translate: /** @type {any} */ (msg) });
    document.documentElement.lang = LANGUAGES[spoken].tag;
    show();
  };

  return {
    speak,

    /** To be called once, before the page is drawn. @param {Language | null} linked the language of the link */
    speakFirst: (linked) =>
      speak(linked ?? readStored(KEY, LANGUAGE_NAMES) ?? languageFor(navigator.languages) ?? SOURCE),

    /** @param {Language} name */
    chooseLanguage(name) {
      writeStored(KEY, name);
      return speak(name);
    },
  };
}
