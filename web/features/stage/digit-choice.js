import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { ordinal } from '../../ui/format.js';

/**
 * The digits of a drawing as buttons: the one that is pressed is on the stage.
 *
 * @param {import('../../app/page-state.js').Answer} answer
 * @param {(digit: number) => void} choose
 */
export const digitChoice = ({ predictions, digit }, choose) => html`
  <div class="digit-choice choice" role="group" aria-label=${msg('Digit on the stage')}>
    ${predictions.map(
      (prediction, i) => html`
        <button type="button" class="small" aria-pressed=${i === digit} aria-label=${name(prediction, i)}
          .textContent=${symbol(prediction)} @click=${() => choose(i)}></button>
      `,
    )}
  </div>
`;

/** @typedef {import('../../shared/confidence.js').Prediction} Prediction */

/** How a digit of several is written. @param {Prediction} prediction */
export const symbol = ({ digit }) => (digit === null ? '?' : String(digit));

/** @param {Prediction} prediction @param {number} index */
function name({ digit }, index) {
  const what = digit ?? msg('not a digit');
  return ordinal(index, {
    one: msg(str`#st digit: ${what}`),
    two: msg(str`#nd digit: ${what}`),
    few: msg(str`#rd digit: ${what}`),
    other: msg(str`#th digit: ${what}`),
  });
}
