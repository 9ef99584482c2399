import { html } from 'lit';
import { PIXELS, SIDE } from '../../shared/shape.js';
import { cells } from '../../ui/cells.js';
import { aDigit, decimal, pixelName, whole } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { explained } from './state.js';

/**
 * The 784 inputs, as the picture that they are.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/page-state.js').Pointing & { put: (shown: import('../../app/page-state.js').Shown) => void }} actions
 */
export function inputs(state, actions) {
  const { answer, shown } = state.stage;
  const field = {
    kind: /** @type {const} */ ('pixel'),
    label: 'Inputs',
    columns: SIDE,
    count: PIXELS,
    name: (/** @type {number} */ i) => `${pixelName(i)}${answer ? `: ${decimal(answer.inputs[i])}` : ''}`,
  };
  return html`
    <div class="inputs">
      <h3>784 inputs</h3>
      <p class="caption">${caption(state)}</p>
      ${cells(
        field,
        explained(state),
        { point: actions.point, pick: actions.pin },
        picture('What the network sees', answer?.pixels ?? null, { full: 255 }),
      )}
      <button type="button" class=${shown.about === 'drawing' ? 'not-now' : ''}
        @click=${() => actions.put({ about: 'drawing' })}>Back to the drawing</button>
    </div>
  `;
}

/** @param {import('../../app/page-state.js').State} state */
function caption({ stage: { shown, answer } }) {
  const record = whole((answer?.record ?? 0) + 1);
  switch (shown.about) {
    case 'drawing':
      return 'What the network sees: 28 × 28 greys';
    case 'record':
      return answer
        ? `Test record ${record}: ${aDigit(Number(answer.label))}`
        : 'Test records are on their way…';
    case 'training':
      return answer
        ? `Training record ${record}: ${aDigit(Number(answer.label))}`
        : 'No record has been shown yet';
  }
}
