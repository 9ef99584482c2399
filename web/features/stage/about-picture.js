import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { picture } from '../../ui/picture.js';

/**
 * @param {import('../../app/page-state.js').State} state
 * @param {number} digit
 */
export function aboutPicture({ runs, runId, imagination: { way } }, digit) {
  const { pictures, answering } = runs[runId];
  const { how, meaning } = TEXTS[way];
  return html`
    <figure>${picture('', pictures[digit] ?? null)}</figure>
    <div class="words">
      <h3 .textContent=${msg(str`What the network imagines for ${digit}`)}></h3>
      <p .textContent=${how(digit)}></p>
      <p .textContent=${meaning(digit)}></p>
      <p .textContent=${
        answering?.kind === 'bundled'
          ? msg(
              'The pictures change while a network learns: press Train to watch that. The Imagination tab shows how they are made.',
            )
          : msg(
              'The pictures change while a network learns. A button under Train shows them at their clearest. The Imagination tab shows how they are made.',
            )
      }></p>
    </div>
  `;
}

/**
 * What each way does, and what comes of it.
 *
 * @type {Record<import('../../shared/ways.js').Way,
 *   { how: (digit: number) => string, meaning: (digit: number) => string }>}
 */
const TEXTS = {
  ascent: {
    how: (digit) =>
      msg(
        str`This picture was found by gradient ascent. It was grey at first. In each of 80 small steps, every pixel changed a little in the direction that makes the network surer of ${digit}. The picture was also shifted a little before each step.`,
      ),
    meaning: () =>
      msg(
        'So only strokes remain that convince the network even if they are moved a little. Whether people can read them, too, depends on how the network was trained: the recipe Robust is made for it.',
      ),
  },
  backquery: {
    how: (digit) =>
      msg(
        str`This is the network run backwards once (“backquery”): from output ${digit} through the weights to the hidden nodes, and on to the 784 inputs.`,
      ),
    meaning: (digit) =>
      msg(str`It does not show a typical ${digit}. It shows what sets ${digit} apart from the other digits.`),
  },
};
