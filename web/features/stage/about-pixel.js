import { html, nothing } from 'lit';
import { strongest } from '../../shared/ranking.js';
import { decimal, list, pixelName, signed, whole } from '../../ui/format.js';
import { span } from '../../ui/span.js';

/**
 * @param {import('../../app/page-state.js').State} state
 * @param {number} pixel
 */
export function aboutPixel({ stage: { answer, detail } }, pixel) {
  const weights = detail?.kind === 'pixel' && detail.index === pixel ? detail.weights : null;
  const input = answer?.inputs[pixel];
  return html`
    <div class="words">
      <h3 .textContent=${`Input: ${pixelName(pixel)}`}></h3>
      ${
        answer && input !== undefined
          ? html`<p>
              It says how much ink there is here, from 0.01 (paper) to 1:
              <b .textContent=${`${whole(answer.pixels[pixel])} / 255 × 0.99 + 0.01 = ${decimal(input)}`}></b>
            </p>`
          : html`<p>It says how much ink there is here, from 0.01 (paper) to 1. Nothing is drawn yet.</p>`
      }
      ${weights ? html`<p>${span(destinations(weights, input))}</p>` : nothing}
    </div>
  `;
}

/** @param {Float32Array} weights @param {number | undefined} input */
function destinations(weights, input) {
  if (input === undefined) {
    const most = strongest(weights, 3).map((node) => `node ${whole(node + 1)} (${signed(weights[node])})`);
    return `It goes to every hidden node, each time through another weight. Its largest weights: ${list(most, 'unit')}.`;
  }
  const moves = weights.map((weight) => weight * input);
  const most = strongest(moves, 3).map(
    (node) =>
      `${decimal(input)} × ${signed(weights[node])} = ${signed(moves[node])} (node ${whole(node + 1)})`,
  );
  return html`It goes to every hidden node, each time multiplied by another weight. Its largest products:
    <b .textContent=${list(most, 'unit')}></b>.`;
}
