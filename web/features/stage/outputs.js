import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { largest } from '../../shared/ranking.js';
import { DIGITS } from '../../shared/shape.js';
import { WAYS } from '../../shared/ways.js';
import { arrowKeys } from '../../ui/arrow-keys.js';
import { bars, fill } from '../../ui/bars.js';
import { decimal } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { onLeave, onRealMove } from '../../ui/real-move.js';
import { readAs } from './answer.js';
import { explained } from './state.js';

/** @typedef {import('../../shared/ways.js').Way} Way */

/** @type {Record<Way, () => string>} */
const NAMES = { ascent: () => msg('gradient ascent'), backquery: () => msg('backquery') };

/**
 * The ten outputs as bars, each with what the network imagines for its digit.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function outputs(state, actions) {
  return html`
    <div class="outputs">
      <h3><span .textContent=${msg('10 outputs')}></span> <span .textContent=${msg('What it imagines')}></span></h3>
      ${wayChoice(state, actions)}
      <div @pointerleave=${onLeave(() => actions.point(null))} @keydown=${arrowKeys}>
        ${bars(
          null,
          Array.from({ length: DIGITS }, (_, digit) => row(digit, state, actions)),
        )}
      </div>
    </div>
  `;
}

/** @typedef {Event & { target: HTMLSelectElement }} Change */

/**
 * How the pictures are found, and the choice of it.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
function wayChoice({ ready, imagination: { way } }, { imagineBy }) {
  return html`
    <label class="way" data-chosen=${NAMES[way]()}>
      <span class="caption" .textContent=${msg('found by')}></span>
      <select aria-label=${msg('How the pictures are found')} ?disabled=${!ready} .value=${live(way)}
        @change=${(/** @type {Change} */ { target }) => imagineBy(/** @type {Way} */ (target.value))}>
        ${WAYS.map((each) => html`<option value=${each} .selected=${each === way} .textContent=${NAMES[each]()}></option>`)}
      </select>
    </label>
  `;
}

/**
 * @param {number} digit
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 * @returns {import('../../ui/bars.js').Row}
 */
function row(digit, state, { point, pin }) {
  const { answer } = state.stage;
  const { pictures } = state.runs[state.runId];
  const part = explained(state);
  const value = answer ? answer.outputs[digit] : 0;
  /** @param {'output' | 'picture'} kind */
  const isChosen = (kind) => part?.kind === kind && part.index === digit;
  const { pinned } = state.stage;
  /** @param {'output' | 'picture'} kind */
  const isPinned = (kind) => pinned?.kind === kind && pinned.index === digit;
  const output = { kind: /** @type {const} */ ('output'), index: digit };
  const imagined = { kind: /** @type {const} */ ('picture'), index: digit };
  return {
    classes: `${answer && readAs(answer) === digit ? 'marked' : ''} ${isChosen('output') ? 'chosen' : ''}`,
    bar: html`
      <div class="bar" data-output=${digit} role="meter" aria-label=${msg(str`Output ${digit}`)}
        aria-valuemin="0" aria-valuemax="1" aria-valuenow=${value.toFixed(2)}
        @pointermove=${onRealMove(() => point(output))} @click=${() => pin(output)}>${fill(value)}</div>
    `,
    more: html`
      <span aria-hidden="true" .textContent=${answer ? decimal(value) : ''}></span>
      <button type="button" class="bare" aria-label=${msg(str`Explain output ${digit}`)} aria-pressed=${isPinned('output')} tabindex=${isStop('output', digit, state) ? 0 : -1}
        @pointermove=${onRealMove(() => point(output))} @focus=${() => point(output)} @blur=${() => point(null)}
        @click=${() => pin(output)} .textContent=${digit}></button>
      <div class=${isChosen('picture') ? 'imagined chosen' : 'imagined'} @pointermove=${onRealMove(() => point(imagined))} @click=${() => pin(imagined)}>
        ${picture(msg(str`What the network imagines for ${digit}`), pictures[digit] ?? null)}
        <button type="button" class="bare" aria-label=${msg(str`Explain the picture of ${digit}`)} aria-pressed=${isPinned('picture')} tabindex=${isStop('picture', digit, state) ? 0 : -1}
          @focus=${() => point(imagined)} @blur=${() => point(null)}></button>
      </div>
    `,
  };
}

/**
 * Whether Tab stops at the button of a bar or a picture: it stops at one of the twenty, from which arrow keys lead to
 * the others.
 *
 * @param {'output' | 'picture'} kind
 * @param {number} digit
 * @param {import('../../app/page-state.js').State} state
 */
function isStop(kind, digit, state) {
  const part = explained(state);
  if (part?.kind === 'output' || part?.kind === 'picture') return part.kind === kind && part.index === digit;
  const { answer } = state.stage;
  return kind === 'output' && digit === (answer ? largest(answer.outputs) : 0);
}
