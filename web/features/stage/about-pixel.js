import { html, nothing } from 'lit';
import { strongest } from '../../shared/ranking.js';
import { decimal, pixelName, signed } from '../../ui/format.js';

/**
 * @param {import('../../app/page-state.js').State} state
 * @param {number} pixel
 */
export function aboutPixel({ stage: { answer, detail } }, pixel) {
  const weights = detail?.kind === 'pixel' && detail.index === pixel ? detail.weights : null;
  const input = answer?.inputs[pixel];
  return html`
    <div class="words">
      <h3>Input: ${pixelName(pixel)}</h3>
      ${
        answer && input !== undefined
          ? html`<p>
              How much ink there is, from 0.01 (paper) to 1:
              <b>${answer.pixels[pixel]} / 255 × 0.99 + 0.01 = ${decimal(input)}</b>
            </p>`
          : html`<p>How much ink there is, from 0.01 (paper) to 1. Nothing is drawn yet.</p>`
      }
      ${weights ? html`<p>${destinations(weights, input)}</p>` : nothing}
    </div>
  `;
}

/** @param {Float32Array} weights @param {number | undefined} input */
function destinations(weights, input) {
  if (input === undefined) {
    const most = strongest(weights, 3).map((node) => `node ${node + 1} (${signed(weights[node])})`);
    return `It goes to all ${weights.length} hidden nodes, each by a weight of its own; largest: ${most.join(', ')}.`;
  }
  const moves = weights.map((weight) => weight * input);
  const most = strongest(moves, 3).map(
    (node) => `node ${node + 1}: ${decimal(input)} × ${signed(weights[node])} = ${signed(moves[node])}`,
  );
  return html`It goes to all ${weights.length} hidden nodes, each time multiplied by a weight. It moves
    most: <b>${most.join('; ')}</b>.`;
}
