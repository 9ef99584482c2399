import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { PIXELS, SIDE } from '../../shared/shape.js';
import { cells } from '../../ui/cells.js';
import { decimal, pixelName } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { stacked } from '../../ui/stacked.js';
import { answer } from './answer.js';
import { digitChoice } from './digit-choice.js';
import { explained } from './state.js';
import { aboutOf, subjectName } from './subject-name.js';

/** As long as the name of a record can be. */
const longestName = () => msg('Training record 88,888: digit 8');

/**
 * The 784 inputs, as a picture with the name of what it shows; below that of a record, the answer to it.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function inputs(state, actions) {
  const { answer: answered } = state.stage;
  const isDrawing = aboutOf(state) === 'drawing';
  const field = {
    kind: /** @type {const} */ ('pixel'),
    label: msg('Inputs'),
    columns: SIDE,
    count: PIXELS,
    name: (/** @type {number} */ i) =>
      answered ? `${pixelName(i)}: ${decimal(answered.inputs[i])}` : pixelName(i),
  };
  return html`
    <div class="inputs">
      <h3 .textContent=${msg('784 inputs')}></h3>
      <p class="caption">${stacked(subjectName(state), [longestName()])}</p>
      ${cells(
        field,
        explained(state),
        { point: actions.point, pick: actions.pin },
        picture(msg('What the network sees'), answered?.pixels ?? null, { full: 255 }),
      )}
      <div class="below">
        ${isDrawing ? choice(answered, actions) : answer(state)}
      </div>
    </div>
  `;
}

/** @param {import('../../app/page-state.js').Answer | null} answered @param {import('../../app/create-actions.js').Actions} actions */
const choice = (answered, { chooseDigit }) =>
  answered && answered.predictions.length > 1 ? digitChoice(answered, chooseDigit) : nothing;
