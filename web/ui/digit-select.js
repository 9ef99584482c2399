import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { DIGITS } from '../shared/shape.js';
import { span } from './span.js';

/**
 * A choice of one of the ten digits.
 *
 * @param {string} label
 * @param {number} digit
 * @param {(digit: number) => void} choose
 * @param {{ name?: string, disabled?: boolean }} [options] name: accessible name, if the label alone is not clear
 */
export const digitSelect = (label, digit, choose, { name, disabled = false } = {}) => html`
  <label>
    ${span(label)}
    <select aria-label=${name ?? nothing} ?disabled=${disabled} .value=${live(String(digit))}
      @change=${(/** @type {Event & { target: HTMLSelectElement }} */ { target }) => choose(Number(target.value))}>
      ${Array.from(
        { length: DIGITS },
        (_, each) => html`<option value=${each} .selected=${each === digit} .textContent=${each}></option>`,
      )}
    </select>
  </label>
`;
