import { html } from 'lit';
import { explained } from '../../app/page-state.js';
import { PIXELS, SIDE } from '../../shared/shape.js';
import { button } from '../../ui/button.js';
import { cells } from '../../ui/cells.js';
import { aDigit, decimal, pixelName, whole } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { stacked } from '../../ui/stacked.js';

const WHAT = 'What the network sees: 28 × 28 greys';

/**
 * The 784 inputs, as the picture that they are.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function inputs(state, actions) {
  const { answer } = state;
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
      <p class="caption">${stacked(caption(state), [WHAT])}</p>
      ${cells(
        field,
        explained(state),
        { point: actions.point, pick: actions.keep },
        picture('What the network sees', answer?.pixels ?? null, { full: 255 }),
      )}
      <div class="${state.shown.about === 'drawing' ? 'not-now' : ''}">
        ${button('Back to the drawing', true, () => actions.put({ about: 'drawing' }), 'small')}
      </div>
    </div>
  `;
}

/** @param {import('../../app/page-state.js').State} state */
function caption({ shown, answer }) {
  const record = whole((answer?.record ?? 0) + 1);
  switch (shown.about) {
    case 'drawing':
      return WHAT;
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
