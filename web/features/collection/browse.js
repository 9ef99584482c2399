import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { DIGITS } from '../../shared/shape.js';
import { arrowKeys } from '../../ui/arrow-keys.js';
import { button } from '../../ui/button.js';
import { digitSelect } from '../../ui/digit-select.js';
import { aDigit, whole } from '../../ui/format.js';
import { guard } from '../../ui/guard.js';
import { picture } from '../../ui/picture.js';
import { countsText } from './texts.js';

/** @typedef {import('./state.js').Kept} Kept */

/** The most pictures that are shown. */
const SHOWN = 200;

/**
 * The kept records, the latest first; one of them can be corrected or deleted.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function browse({ collection }, actions) {
  const { records, digit, chosen } = collection;
  const shown = records.filter(({ label }) => digit === null || label === digit);
  const open = records.find(({ id }) => id === chosen);
  return html`
    <div class="collected-title">
      <h3 id="collected" .textContent=${msg('What you have collected')}></h3>
      ${digitChoice(digit, actions.showCollected)}
    </div>
    <p class="caption" .textContent=${countsText(records)}></p>
    ${thumbnails('collected', shown.slice(-SHOWN).reverse(), chosen, actions.chooseCollected, named)}
    ${open ? correction(open, actions) : nothing}
  `;
}

/** @param {Kept} record @param {number} i from the latest */
const named = ({ label }, i) => msg(str`Record ${whole(i + 1)}: ${aDigit(label)}`);

/**
 * Records as small pictures to choose from.
 *
 * @param {string} labelledBy
 * @param {Kept[]} records
 * @param {number | null} chosen
 * @param {(id: number | null) => void} choose
 * @param {(record: Kept, i: number) => string} name
 * @param {unknown} [basis] what the names go by besides the records
 */
export const thumbnails = (labelledBy, records, chosen, choose, name, basis = null) => html`
  <div class="collected thumbnails" role="group" aria-labelledby=${labelledBy} @keydown=${arrowKeys}>
    ${guard([...records.map(({ id, label }) => `${id} ${label}`), chosen, basis], () =>
      records.map(
        (record, i) => html`
          <button type="button" class="bare" tabindex=${isFirst(records, chosen, i) ? 0 : -1}
            aria-current=${record.id === chosen} aria-label=${name(record, i)} title=${name(record, i)}
            @click=${() => choose(record.id === chosen ? null : record.id)}>
            ${picture('', record.pixels, { full: 255 })}
          </button>
        `,
      ),
    )}
  </div>
`;

/** Whether Tab leads to a picture. @param {Kept[]} records @param {number | null} chosen @param {number} i */
const isFirst = (records, chosen, i) =>
  records.some(({ id }) => id === chosen) ? records[i].id === chosen : i === 0;

/** @param {number | null} digit @param {(digit: number | null) => void} choose */
const digitChoice = (digit, choose) => html`
  <select aria-label=${msg('Which digits are shown')} .value=${live(String(digit ?? ''))}
    @change=${(/** @type {Event & { target: HTMLSelectElement }} */ { target }) =>
      choose(target.value === '' ? null : Number(target.value))}>
    <option value="" .selected=${digit === null} .textContent=${msg('All digits')}></option>
    ${Array.from(
      { length: DIGITS },
      (_, each) =>
        html`<option value=${each} .selected=${each === digit} .textContent=${msg(str`Only ${each}s`)}></option>`,
    )}
  </select>
`;

/** @param {Kept} record @param {import('../../app/create-actions.js').Actions} actions */
const correction = (record, { relabel, deleteCollected }) => html`
  <div class="correction">
    ${picture(msg(str`The chosen record: ${aDigit(record.label)}`), record.pixels, { full: 255 })}
    <div class="controls">
      ${digitSelect(msg('It is a'), record.label, (label) => relabel(record, label), { name: msg('Label of the chosen record') })}
      ${button(msg('Delete it'), true, () => deleteCollected([record]))}
    </div>
  </div>
`;
