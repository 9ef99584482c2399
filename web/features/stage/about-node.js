import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { strongest } from '../../shared/ranking.js';
import { DIGITS, INPUT_MIN } from '../../shared/shape.js';
import { bars } from '../../ui/bars.js';
import { figure } from '../../ui/figure.js';
import { decimal, pixelName, signed, whole } from '../../ui/format.js';
import { signedPicture } from '../../ui/signed-picture.js';
import { span } from '../../ui/span.js';
import { sigmoidOf } from './sigmoid-of.js';

/**
 * @param {import('../../app/page-state.js').State} state
 * @param {number} node
 */
export function aboutNode({ stage: { answer, detail } }, node) {
  const weights = detail?.kind === 'node' && detail.index === node ? detail.weights : null;
  return html`
    ${figure(signedPicture(msg(str`Weights of hidden node ${whole(node + 1)}`), weights), msg('Its 784 weights'))}
    <div class="words">
      <h3 .textContent=${msg(str`Hidden node ${whole(node + 1)}`)}></h3>
      ${
        answer && weights
          ? sum(answer, weights, node)
          : html`<p .textContent=${msg('It multiplies each input by a weight, adds up the products and squashes the sum to between 0 and 1.')}></p>`
      }
    </div>
    ${answer ? pulls(answer, node) : nothing}
  `;
}

/** @param {import('../../app/page-state.js').Answer} answer @param {Float32Array} weights @param {number} node */
function sum({ inputs, hidden }, weights, node) {
  const products = weights.map((weight, pixel) => weight * inputs[pixel]);
  const total = products.reduce((sum, product) => sum + product, 0);
  const [first, second] = strongest(
    products.map((product, pixel) => (inputs[pixel] > INPUT_MIN ? product : 0)),
    2,
  );
  /** @param {number} pixel */
  const product = (pixel) => {
    const calculation = `${decimal(inputs[pixel])} × ${signed(weights[pixel])} = ${signed(products[pixel])}`;
    return html`<b .textContent=${calculation}></b> (${span(pixelName(pixel))})`;
  };
  return html`
    <p>${msg(html`It multiplies each of the 784 inputs by a weight, adds up the products and squashes the sum to between 0 and 1: <b>${span(`${sigmoidOf(decimal(total))} = ${decimal(hidden[node])}`)}</b>`)}</p>
    <p>${msg(html`Its two largest products are ${span(product(first))} and ${span(product(second))}.`)}</p>
  `;
}

/** @param {import('../../app/page-state.js').Answer} answer @param {number} node */
function pulls({ hidden, who }, node) {
  const count = hidden.length;
  const weights = Array.from({ length: DIGITS }, (_, output) => who[output * count + node]);
  const most = Math.max(...weights.map(Math.abs));
  const rows = weights.map((weight, output) => ({
    name: html`<b .textContent=${output}></b>`,
    values: [weight * hidden[node]],
    title: msg(str`output ${output}: ${signed(weight * hidden[node])}`),
  }));
  return html`
    <div class="pulls">
      <p class="caption" .textContent=${msg(str`Its pull on each output: ${decimal(hidden[node])} × weight`)}></p>
      ${bars(null, rows, { furthest: most, upright: true })}
    </div>
  `;
}
