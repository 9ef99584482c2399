import { html } from 'lit';
import { PIXELS, SIDE } from '../../shared/shape.js';
import { button } from '../../ui/button.js';
import { cells } from '../../ui/cells.js';
import { decimal, pixelName, whole } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { stacked } from '../../ui/stacked.js';
import { digitChoice } from './digit-choice.js';
import { explained } from './state.js';

const WHAT = 'What the network sees: 28\u00a0×\u00a028\u00a0pixels';

/**
 * The 784 inputs, as a picture.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function inputs(state, actions) {
  const { answer, shown } = state.stage;
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
      <p class="caption">${stacked(caption(state), [WHAT])}</p>
      ${cells(
        field,
        explained(state),
        { point: actions.point, pick: actions.pin },
        picture('What the network sees', answer?.pixels ?? null, { full: 255 }),
      )}
      ${
        shown.about === 'drawing' && answer && answer.predictions.length > 1
          ? digitChoice(answer, actions.chooseDigit)
          : html`<div class=${shown.about === 'drawing' ? 'not-now' : ''}>
              ${button('Back to the drawing', true, () => actions.put({ about: 'drawing' }), 'small')}
            </div>`
      }
    </div>
  `;
}

/** @param {import('../../app/page-state.js').State} state */
function caption({ stage: { shown, answer } }) {
  const record = whole((answer?.record ?? 0) + 1);
  switch (shown.about) {
    case 'drawing':
      return WHAT;
    case 'record':
      return answer ? `Test record ${record}: digit ${answer.label}` : 'Loading the test records…';
    case 'training':
      return answer ? `Training record ${record}: digit ${answer.label}` : 'No record has been shown yet';
  }
}
