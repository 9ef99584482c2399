import { html, nothing } from 'lit';
import { DIGITS } from '../../shared/shape.js';
import { aDigit, decimal, signed } from '../../ui/format.js';
import { largestFigure, nodesFigure, outputsFigure } from './figures.js';
import { compared, plain, significant } from './numbers.js';
import { writtenSum } from './sums.js';

/** From the targets to everybody's error. */

/** @typedef {import('./pages.js').Page} Page */

/** @type {Page} */
export const targets = {
  name: 'targets',
  words: ({ label }) => html`
    What the outputs should have been: 0.99 for the ${label} that it is, 0.01 for all others; a line marks it
    on each bar. Not 1 and 0, for a sigmoid never gets there, and the weights would grow for ever.
  `,
  code: ({ label }) => ['targets = full(10, 0.01)', `targets[${label}] = 0.99`],
  figures: (specimen, actions) => {
    const { finalOutputs, targets } = specimen.step;
    const row = (/** @type {number} */ k) => ({
      values: [finalOutputs[k]],
      target: targets[k],
      text: `${decimal(finalOutputs[k], 3)} → ${targets[k]}`,
    });
    return outputsFigure(specimen, 'final_outputs → targets', row, actions);
  },
  lines: ({ step, selection: { output } }) => ({
    output: `targets[${output}] = ${plain(step.targets[output])}`,
  }),
};

/** @type {Page} */
export const outputErrors = {
  name: 'output errors',
  words: () => html`
    Target less output, for each of the ten. <b class="for">Blue</b>: it should have said more.
    <b class="against">Orange</b>: it should have said less; even an answer that is right can be too sure. The
    longest bar is the largest error, however small that is.
  `,
  remark: ({ label }) =>
    `Here the network is nearly right already: it is sure of ${aDigit(label)}, so there is little to learn.`,
  code: () => ['output_errors = targets - final_outputs'],
  figures: (specimen, actions) => {
    const { outputErrors } = specimen.step;
    const row = (/** @type {number} */ k) => ({
      values: [outputErrors[k]],
      text: signed(outputErrors[k], 3),
    });
    return outputsFigure(specimen, 'output_errors', row, actions, true);
  },
  lines: ({ step, selection: { output } }) => {
    const written = compared(step.finalOutputs[output], step.outputErrors[output]);
    const target = plain(step.targets[output]);
    return { output: `output_errors[${output}] = ${target} − ${written.output} = ${written.error}` };
  },
};

const LEFT_OUT = html`
  Calculus would first multiply each output’s error by the slope of its sigmoid, o·(1−o). The notebook leaves
  that out here, and learns well.
`;

/** @type {Page} */
export const hiddenErrors = {
  name: 'errors split back',
  words: ({ selection, settings }) => html`
    Nobody says what a hidden node should have been. So each output’s error goes back by <code>who</code>, the
    weights from hidden nodes to outputs (<code>wih</code>: from inputs to hidden nodes). The first bars: the
    error of output ${selection.output}, shared out. Each node gets the error times its weight to that output; these
    get most. The second: what node ${selection.node + 1} gets from all ten. Their sum is its error.
    ${settings.crossEntropy ? nothing : LEFT_OUT}
  `,
  code: () => ['hidden_errors = who.T @ output_errors'],
  figures: (specimen, actions) => {
    const { sample, step, selection } = specimen;
    const count = step.hiddenErrors.length;
    const share = (/** @type {number} */ output, /** @type {number} */ node) =>
      sample.who[output * count + node] * step.outputErrors[output];
    const shares = Array.from(step.hiddenErrors, (_, node) => share(selection.output, node));
    const row = (/** @type {number} */ output) => {
      const part = share(output, selection.node);
      return { values: [part], text: signed(part, 3) };
    };
    return html`
      ${largestFigure(specimen, `who[${selection.output}, :] · output_errors[${selection.output}]`, shares, actions)}
      ${outputsFigure(specimen, `who[:, ${selection.node}] · output_errors`, row, actions, true)}
      ${nodesFigure(specimen, 'hidden_errors', step.hiddenErrors, actions)}
    `;
  },
  lines: ({ sample, step, selection: { node, output } }) => {
    const count = step.hiddenErrors.length;
    const terms = Array.from({ length: DIGITS }, (_, k) => ({
      weight: sample.who[k * count + node],
      value: step.outputErrors[k],
    }));
    const { weight, value } = terms[output];
    const product = `${significant(weight)} · ${significant(value)} = ${significant(weight * value)}`;
    return {
      node: `hidden_errors[${node}] = ${writtenSum(terms)} = ${significant(step.hiddenErrors[node])}`,
      output: `who[${output}, ${node}] · output_errors[${output}] = ${product}`,
    };
  },
};
