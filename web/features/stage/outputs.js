import { html } from 'lit';
import { explained } from '../../app/page-state.js';
import { largest } from '../../shared/ranking.js';
import { DIGITS } from '../../shared/shape.js';
import { decimal } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';

/**
 * The ten outputs as bars, each with what the network imagines for its digit.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('./cells.js').Pointing} actions
 */
export function outputs(state, actions) {
  return html`
    <div class="outputs">
      <h3><span>10 outputs</span> <span>What it imagines</span></h3>
      <ol>
        ${Array.from({ length: DIGITS }, (_, digit) => row(digit, state, actions))}
      </ol>
    </div>
  `;
}

/**
 * @param {number} digit
 * @param {import('../../app/page-state.js').State} state
 * @param {import('./cells.js').Pointing} actions
 */
function row(digit, state, { point, pin }) {
  const { answer, pictures } = state;
  const value = answer ? answer.outputs[digit] : 0;
  const part = explained(state);
  const classes = [
    answer && largest(answer.outputs) === digit ? 'highest' : '',
    answer?.label === digit ? 'label' : '',
    part?.kind === 'output' && part.index === digit ? 'explained' : '',
  ];
  const output = { kind: /** @type {const} */ ('output'), index: digit };
  const imagined = { kind: /** @type {const} */ ('picture'), index: digit };
  return html`
    <li class=${classes.join(' ')} @pointerleave=${() => point(null)}>
      <div class="bar" data-output=${digit} role="meter" aria-label="Output ${digit}"
        aria-valuemin="0" aria-valuemax="1" aria-valuenow=${value.toFixed(2)} .style=${`--value: ${value}`}
        @pointermove=${() => point(output)} @click=${() => pin(output)}></div>
      <span class="value" aria-hidden="true">${answer ? decimal(value) : ''}</span>
      <button type="button" aria-label="Explain output ${digit}"
        @pointermove=${() => point(output)} @focus=${() => point(output)} @blur=${() => point(null)}
        @click=${() => pin(output)}>${digit}</button>
      <canvas class="picture" width="28" height="28" role="img"
        aria-label="What the network imagines for ${digit}"
        @pointermove=${() => point(imagined)} @click=${() => pin(imagined)}
        ${picture(pictures[digit] ?? null)}></canvas>
    </li>
  `;
}
