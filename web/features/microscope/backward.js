import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { DIGITS } from '../../shared/shape.js';
import { whole } from '../../ui/format.js';
import { span } from '../../ui/span.js';
import { largestFigure, nodesFigure, outputsFigure } from './figures.js';
import { compared, decimal, plain, signed, significant } from './numbers.js';
import { writtenSum } from './sums.js';

/** Pages 5 to 7: from the targets to the errors of outputs and hidden nodes. */

/** @typedef {import('./pages.js').Page} Page */

/** @type {Page} */
export const targets = {
  name: () => msg('targets'),
  words: ({ label }) =>
    msg(
      html`The targets are what the outputs should have been: 0.99 for digit ${span(label)}, which is right, and 0.01 for all others. A line on each bar marks its target. The targets are not 1 and 0 because a sigmoid never quite reaches those values, and the weights would grow for ever.`,
    ),
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
  name: () => msg('output errors'),
  words: () =>
    msg(
      html`Each error is the target minus the output. <b class="for">Blue</b> means that the output should be higher, <b class="against">orange</b> that it should be lower. Even the right output can be too high, because its target is 0.99. The longest bar shows the largest error, however small that error is.`,
    ),
  remark: ({ label }) =>
    msg(
      str`All ten outputs are already close to their targets. The network is confident that this is digit ${label}, so there is little to learn.`,
    ),
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

const leftOut = () =>
  msg(
    `By the rules of calculus, each output’s error would first be multiplied by the slope of its sigmoid, o·(1−o). The notebook skips this here and still learns well.`,
  );

/** @type {Page} */
export const hiddenErrors = {
  name: () => msg('errors sent back'),
  words: ({ selection }) =>
    msg(
      html`Hidden nodes have no targets. So the errors of the outputs go back to them through the weights <code translate="no">who</code>. The first bars show how the error of output ${span(selection.output)} is shared out: each node gets the error times its weight to that output. Only the largest shares are shown. The second bars show what node ${span(whole(selection.node + 1))} gets from each output. These ten shares add up to the error of the node.`,
    ),
  also: ({ settings }) => (settings.crossEntropy ? [] : [leftOut()]),
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
