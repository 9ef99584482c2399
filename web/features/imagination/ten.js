import { html } from 'lit';
import { largest } from '../../shared/ranking.js';
import { DIGITS } from '../../shared/shape.js';
import { picture } from '../../ui/picture.js';

/**
 * The pictures of all ten digits, and how the network reads them.
 *
 * @param {string} way in which they were made
 * @param {import('./state.js').Reading[]} readings as many as there are yet
 */
export function ten(way, readings) {
  return html`
    <ol class="ten" aria-label="${way}: the ten digits">
      ${Array.from({ length: DIGITS }, (_, digit) => one(way, digit, readings[digit] ?? null))}
    </ol>
  `;
}

/**
 * How many come back.
 *
 * @param {import('./state.js').Reading[]} readings
 */
export function count(readings) {
  const back = readings.filter(({ outputs }, digit) => largest(outputs) === digit).length;
  return html`One digit at a time, <b>${back} of ${readings.length}</b> come back`;
}

/**
 * @param {string} way
 * @param {number} digit
 * @param {import('./state.js').Reading | null} reading
 */
function one(way, digit, reading) {
  const read = reading && largest(reading.outputs);
  const back = read === digit;
  return html`
    <li>
      <b>${digit}</b>
      ${picture(`${way} for ${digit}`, reading?.inputs ?? null)}
      <span class=${back ? 'for' : 'against'}>${read === null ? '' : html`<span class="visually-hidden">read as</span> ${read}`}
        ${read === null ? '' : html`<span aria-hidden="true">${back ? '✓' : '✗'}</span>`}</span>
    </li>
  `;
}
