import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { strongest } from '../../shared/ranking.js';
import { TARGET_HIGH, TARGET_LOW } from '../../shared/targets.js';
import { decimal, list, signed, whole } from '../../ui/format.js';
import { span } from '../../ui/span.js';
import { sigmoidOf } from './sigmoid-of.js';

/**
 * @param {import('../../app/page-state.js').State} state
 * @param {number} output
 */
export function aboutOutput({ stage: { answer } }, output) {
  return html`
    <div class="words">
      <h3 .textContent=${msg(str`Output ${output}`)}></h3>
      ${
        answer
          ? sum(answer, output)
          : html`<p>${msg(html`It says how much the drawing looks like ${span(output)}, from 0 to 1. It multiplies each hidden node by a weight, adds up the products and squashes the sum.`)}</p>`
      }
    </div>
  `;
}

/** @param {import('../../app/page-state.js').Answer} answer @param {number} output */
function sum({ hidden, who, outputs, label }, output) {
  const count = hidden.length;
  const pulls = hidden.map((value, node) => value * who[output * count + node]);
  const [forIt, against] = [1, -1].map((sign) =>
    pulls.reduce((sum, pull) => sum + (pull * sign > 0 ? pull : 0), 0),
  );
  // So that the visitor can check the written sum, the second number takes the rounding error.
  const sum = forIt + against;
  const less = Number(forIt.toFixed(2)) - Number(sum.toFixed(2));
  const strongestPulls = (/** @type {number} */ sign) =>
    list(
      strongest(
        pulls.map((pull) => (pull * sign > 0 ? pull : 0)),
        3,
      ).map((node) => msg(str`node ${whole(node + 1)} (${signed(pulls[node])})`)),
      'unit',
    );
  const result = decimal(outputs[output]);
  const squashing = `${sigmoidOf(`${decimal(forIt)} − ${decimal(less)}`)} = ${sigmoidOf(decimal(sum))} = ${result}`;
  const target = label === output ? TARGET_HIGH : TARGET_LOW;
  const error = `${decimal(target)} − ${result} = ${signed(target - outputs[output])}`;
  return html`
    <p>${msg(html`It says how much the picture looks like ${span(output)}. It adds up the hidden nodes’ pulls for it, subtracts their pulls against it and squashes the result: <b>${span(squashing)}</b>`)}</p>
    <p>
      ${msg(html`Strongest pulls <b class="for">for</b> it: ${span(strongestPulls(1))}. Strongest pulls <b class="against">against</b> it: ${span(strongestPulls(-1))}.`)}
      ${
        label === null
          ? nothing
          : msg(html`Its target is ${span(decimal(target))}, so its error is <b>${span(error)}</b>.`)
      }
    </p>
  `;
}
