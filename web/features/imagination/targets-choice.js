import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { DIGITS } from '../../shared/shape.js';
import { percent } from '../../ui/format.js';

/**
 * @typedef {import('./chosen-targets.js').ChosenTargets} ChosenTargets
 * @typedef {Event & { target: HTMLInputElement }} Change
 */

/** @type {[ChosenTargets['kind'], string][]} */
const KINDS = [
  ['digit', 'One digit'],
  ['blend', 'A blend of two'],
  ['all', 'All ten at once'],
];

/**
 * The choice of what the network should imagine.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ chooseTargets: (change: Partial<ChosenTargets>) => void }} actions
 */
export function choice({ ready, imagination }, { chooseTargets: change }) {
  const { kind, first, second, share } = imagination.chosen;
  return html`
    <fieldset class="wish" ?disabled=${!ready}>
      <legend>
        Forward, a picture becomes ten numbers. Backwards, ten numbers become a picture. Of what?
      </legend>
      ${KINDS.map(
        ([name, label]) => html`
          <label><input type="radio" name="targets" .checked=${live(kind === name)}
            @change=${() => change({ kind: name })} /> ${label}</label>
        `,
      )}
      ${select('Digit', first, kind === 'all', (digit) => change({ first: digit }))}
      ${select('Second digit', second, kind !== 'blend', (digit) => change({ second: digit }))}
      <label>
        Share of the second
        <input type="range" min="0.1" max="0.9" step="0.1" ?disabled=${kind !== 'blend'}
          aria-valuetext=${percent(share, 0)} .value=${live(String(share))}
          @input=${(/** @type {Change} */ { target }) => change({ share: target.valueAsNumber })} />
        <span>${percent(share, 0)}</span>
      </label>
    </fieldset>
  `;
}

/**
 * @param {string} label
 * @param {number} chosen
 * @param {boolean} disabled
 * @param {(digit: number) => void} choose
 */
function select(label, chosen, disabled, choose) {
  return html`
    <label>
      ${label}
      <select ?disabled=${disabled} .value=${live(String(chosen))}
        @change=${(/** @type {Change} */ { target }) => choose(Number(target.value))}>
        ${Array.from({ length: DIGITS }, (_, digit) => html`<option value=${digit} ?selected=${digit === chosen}>${digit}</option>`)}
      </select>
    </label>
  `;
}
