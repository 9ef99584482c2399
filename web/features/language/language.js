import { msg } from '@lit/localize';
import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { LANGUAGE_NAMES, LANGUAGES } from './languages.js';

/**
 * The choice of a language, each by its own name.
 *
 * @param {{ language: import('./state.js').LanguageState }} state
 * @param {{ chooseLanguage: (name: import('./languages.js').Language) => void }} actions
 */
export const language = ({ language }, { chooseLanguage }) => html`
  <select class="language" aria-label=${msg('Language')} translate="no" .value=${live(language.name)}
    @change=${(/** @type {Event & { target: HTMLSelectElement }} */ { target }) =>
      chooseLanguage(/** @type {import('./languages.js').Language} */ (target.value))}>
    ${LANGUAGE_NAMES.map(
      (name) => html`
        <option value=${name} lang=${LANGUAGES[name].tag} .selected=${name === language.name}
          .textContent=${LANGUAGES[name].name}></option>
      `,
    )}
  </select>
`;
