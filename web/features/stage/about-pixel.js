import { msg, str } from '@lit/localize';
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
      <h3 .textContent=${msg(str`Input: ${pixelName(pixel)}`)}></h3>
      ${
        answer && input !== undefined
          ? html`<p>${msg(html`It says how much ink there is here, from 0.01 (paper) to 1: <b>${span(`${whole(answer.pixels[pixel])} / 255 × ${decimal(0.99)} + ${decimal(0.01)} = ${decimal(input)}`)}</b>`)}</p>`
          : html`<p .textContent=${msg('It says how much ink there is here, from 0.01 (paper) to 1. Nothing is drawn yet.')}></p>`
      }
      ${weights ? html`<p>${span(destinations(weights, input))}</p>` : nothing}
    </div>
  `;
}

/** @param {Float32Array} weights @param {number | undefined} input */
function destinations(weights, input) {
  if (input === undefined) {
    const most = strongest(weights, 3).map((node) =>
      msg(str`node ${whole(node + 1)} (${signed(weights[node])})`),
    );
    return msg(
      str`It goes to every hidden node, each time through another weight. Its largest weights: ${list(most, 'unit')}.`,
    );
  }
  const moves = weights.map((weight) => weight * input);
  const most = strongest(moves, 3).map((node) =>
    msg(str`${decimal(input)} × ${signed(weights[node])} = ${signed(moves[node])} (node ${whole(node + 1)})`),
  );
  return msg(
    html`It goes to every hidden node, each time multiplied by another weight. Its largest products: <b>${span(list(most, 'unit'))}</b>.`,
  );
}
