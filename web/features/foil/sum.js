import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { predict } from '../../shared/confidence.js';
import { bars, digitRows } from '../../ui/bars.js';
import { decimal } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { signedPicture } from '../../ui/signed-picture.js';
import { stacked } from '../../ui/stacked.js';
import { change, changed } from './change.js';
import { anyReading, longestOutcome, reading } from './texts.js';

/**
 * What it takes to fool a network, as a sum: the picture, the change, and what they make.
 *
 * @param {object} shown
 * @param {string} shown.name of the network
 * @param {string} shown.about where it comes from
 * @param {import('./state.js').Fooled | null} shown.fooled null: not known
 * @param {string} shown.text how much it takes, or why that is not known
 * @param {number} shown.position of the slider
 * @param {number} shown.full the change of a pixel that has the strongest colour
 * @param {boolean} shown.quiet whether the answers are not announced, because they change all the time
 */
export function sum({ name, about, fooled, text, position, full, quiet }) {
  const { inputs, foil, before, after } = parts(fooled, position);
  return html`
    <section aria-label=${name}>
      <h3 .textContent=${name}></h3>
      <p class="caption" .textContent=${about}></p>
      <div class="sum">
        <figure>
          ${picture(msg(str`${name}: the picture as it is`), inputs)}
          <figcaption>${stacked(before ? reading(before) : '', [anyReading()])}</figcaption>
        </figure>
        <span aria-hidden="true">+</span>
        <figure>
          ${signedPicture(msg(str`${name}: the change`), inputs && foil && change(inputs, foil, position), { full })}
          <figcaption .textContent=${msg('Change')}></figcaption>
        </figure>
        <span aria-hidden="true">=</span>
        <figure>
          ${picture(msg(str`${name}: the changed picture`), inputs && foil && changed(inputs, foil, position))}
          <figcaption><output aria-label=${msg(str`${name}: its answer to the changed picture`)} aria-live=${quiet ? 'off' : 'polite'}
            >${stacked(after ? reading(after) : '', [anyReading()])}</output></figcaption>
        </figure>
      </div>
      ${bars(msg(str`${name}: outputs for the changed picture`), rows(after), { upright: true })}
      <p>${stacked(text, [longestOutcome()])}</p>
    </section>
  `;
}

/** @param {import('./state.js').Fooled | null} fooled @param {number} position */
function parts(fooled, position) {
  const { inputs = null, foil = null, outputs = [] } = fooled ?? {};
  return { inputs, foil, before: outputs[0] ?? null, after: foil && outputs[position] };
}

/** The ten outputs, without their numbers. @param {Float32Array | null} outputs */
function rows(outputs) {
  const { digit = null } = outputs ? predict(outputs) : {};
  return digitRows(outputs, decimal, digit === null ? [] : [digit]).map(({ text, ...row }) => ({
    ...row,
    title: text,
  }));
}
