import { html } from 'lit';
import { explained } from '../../app/page-state.js';
import { PIXELS, SIDE } from '../../shared/shape.js';
import { decimal, pixelName, whole } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { cells } from './cells.js';

/**
 * The 784 inputs, as a picture.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('./cells.js').Pointing & { put: (shown: import('../../app/page-state.js').Shown) => void }} actions
 */
export function inputs(state, actions) {
  const { answer } = state;
  const field = {
    kind: /** @type {const} */ ('pixel'),
    label: 'Inputs',
    columns: SIDE,
    count: PIXELS,
    name: (/** @type {number} */ i) =>
      answer ? `${pixelName(i)}: ${decimal(answer.inputs[i])}` : pixelName(i),
  };
  return html`
    <div class="inputs">
      <h3>784 inputs</h3>
      <p class="caption">${caption(state)}</p>
      ${cells(
        field,
        explained(state),
        actions,
        html`<canvas class="picture" width=${SIDE} height=${SIDE} role="img"
          aria-label="What the network sees" ${picture(answer?.pixels ?? null, 255)}></canvas>`,
      )}
      <button type="button" class=${state.shown.about === 'drawing' ? 'not-now' : ''}
        @click=${() => actions.put({ about: 'drawing' })}>Back to the drawing</button>
    </div>
  `;
}

/** @param {import('../../app/page-state.js').State} state */
function caption({ shown, answer }) {
  const record = whole((answer?.record ?? 0) + 1);
  switch (shown.about) {
    case 'drawing':
      return 'What the network sees: 28\u00a0×\u00a028\u00a0pixels';
    case 'record':
      return answer ? `Test record ${record}: digit ${answer.label}` : 'Loading the test records…';
    case 'training':
      return answer ? `Training record ${record}: digit ${answer.label}` : 'No record has been shown yet';
  }
}
