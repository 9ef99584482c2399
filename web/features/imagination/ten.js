import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { plainDigit } from '../../shared/confidence.js';
import { DIGITS } from '../../shared/shape.js';
import { whole } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { span } from '../../ui/span.js';

/**
 * The pictures of all ten digits, and how the network reads them.
 *
 * @param {string} way in which the pictures were made
 * @param {import('./state.js').Reading[]} readings of the digits 0, 1, ... that are finished
 */
export function ten(way, readings) {
  return html`
    <ol class="ten" aria-label=${msg(str`${way}: the ten digits`)}>
      ${Array.from({ length: DIGITS }, (_, digit) => one(way, digit, readings[digit] ?? null))}
    </ol>
  `;
}

/**
 * How many digits are recognised.
 *
 * @param {import('./state.js').Reading[]} readings
 */
export function count(readings) {
  if (readings.length === 0) return nothing;
  const recognised = readings.filter(({ outputs }, digit) => plainDigit(outputs) === digit).length;
  return readings.length < DIGITS
    ? msg(
        html`Recognised so far: <b>${span(whole(recognised))} of ${span(whole(readings.length))}</b> digits.`,
      )
    : msg(html`Recognised: <b>${span(whole(recognised))} of 10</b> digits.`);
}

/**
 * @param {string} way
 * @param {number} digit
 * @param {import('./state.js').Reading | null} reading
 */
function one(way, digit, reading) {
  const read = reading && plainDigit(reading.outputs);
  const back = read === digit;
  return html`
    <li>
      <b .textContent=${digit}></b>
      ${picture(msg(str`${way} for ${digit}`), reading?.inputs ?? null)}
      <span class=${back ? 'for' : 'against'}>${reading ? readAs(read, back) : nothing}</span>
    </li>
  `;
}

/** @param {number | null} read null: it is not plainly read as any digit @param {boolean} back as the digit that it was made for */
const readAs = (read, back) => html`
  <span class="visually-hidden" .textContent=${read === null ? msg('read as no digit') : msg(str`read as ${read}`)}></span>
  <span aria-hidden="true" .textContent=${`${read ?? '–'} ${back ? '✓' : '✗'}`}></span>
`;
