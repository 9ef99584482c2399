import { html, nothing } from 'lit';
import { strongest } from '../../shared/ranking.js';
import { aDigit, decimal, signed } from '../../ui/format.js';

/**
 * @param {import('../../app/page-state.js').State} state
 * @param {number} output
 */
export function aboutOutput({ stage: { answer } }, output) {
  return html`
    <div class="words">
      <h3>Output ${output}</h3>
      ${
        answer
          ? sum(answer, output)
          : html`<p>
              How much the drawing looks like ${aDigit(output)}, from 0 to 1: each hidden node times a weight, all
              added up and squashed.
            </p>`
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
  // As it is written, it can be checked: what is rounded off goes to the second number.
  const sum = forIt + against;
  const less = Number(forIt.toFixed(2)) - Number(sum.toFixed(2));
  const speakers = (/** @type {number} */ sign) =>
    strongest(
      pulls.map((pull) => (pull * sign > 0 ? pull : 0)),
      3,
    )
      .map((node) => `node ${node + 1} (${signed(pulls[node])})`)
      .join(', ');
  const target = label === output ? 0.99 : 0.01;
  return html`
    <p>
      How much it looks like ${aDigit(output)}: what all ${count} hidden nodes say for it and against it, squashed:
      <b>sigmoid(${decimal(forIt)} − ${decimal(less)}) = sigmoid(${decimal(sum)}) =
      ${decimal(outputs[output])}</b>
    </p>
    <p>
      Loudest <b class="for">for</b> it: ${speakers(1)}.
      Loudest <b class="against">against</b> it: ${speakers(-1)}.
      ${
        label === null
          ? nothing
          : html`Its target is ${target}; so its error is <b>${target} − ${decimal(outputs[output])} =
            ${signed(target - outputs[output])}</b>.`
      }
    </p>
  `;
}
