import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { span } from './span.js';

/** @typedef {Event & { target: HTMLInputElement }} Change */

/**
 * A checkbox with its label; with a group, a radio button.
 *
 * @param {string | import('lit').TemplateResult} words
 * @param {boolean} checked
 * @param {(checked: boolean) => void} change
 * @param {string} [group]
 */
export const check = (words, checked, change, group) => html`
  <label class="check">
    <input type=${group ? 'radio' : 'checkbox'} name=${group ?? nothing} .checked=${live(checked)}
      @change=${(/** @type {Change} */ { target }) => change(target.checked)} /> ${span(words)}
  </label>
`;

/**
 * A checkbox with an explanation.
 *
 * @param {{ id: string, words: string, explanation: string }} texts
 * @param {boolean} checked
 * @param {(checked: boolean) => void} change
 */
export const explainedCheck = ({ id, words, explanation }, checked, change) => html`
  <div class="check">
    <input id=${id} type="checkbox" aria-describedby="about-${id}" .checked=${live(checked)}
      @change=${(/** @type {Change} */ { target }) => change(target.checked)} />
    <span><label for=${id} .textContent=${words}></label>
      <small id="about-${id}" .textContent=${explanation}></small></span>
  </div>
`;
