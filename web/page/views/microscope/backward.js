import { html } from 'lit';
import { DIGITS } from '../../../shape.js';
import { decimal, signed } from '../format.js';
import { nodesFigure, outputsFigure } from './figures.js';
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
  lines: ({ step, cast: { output } }) => ({
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
  code: () => ['output_errors = targets - final_outputs'],
  figures: (specimen, actions) => {
    const { outputErrors } = specimen.step;
    const row = (/** @type {number} */ k) => ({
      values: [outputErrors[k]],
      text: signed(outputErrors[k], 3),
    });
    return outputsFigure(specimen, 'output_errors', row, actions, true);
  },
  lines: ({ step, cast: { output } }) => {
    const written = compared(step.finalOutputs[output], step.outputErrors[output]);
    const target = plain(step.targets[output]);
    return { output: `output_errors[${output}] = ${target} − ${written.output} = ${written.error}` };
  },
};

/** @type {Page} */
export const hiddenErrors = {
  name: 'errors split back',
  words: ({ cast, settings }) => html`
    Nobody says what a hidden node should have been. So the outputs’ errors go back by the weights: who pushed
    an output harder gets more of its blame. The bars are what each output says to node ${cast.node + 1}, and
    their sum is its error.
    ${
      settings.crossEntropy
        ? html`Calculus would put each output’s slope o·(1−o) beside its error. It is left out here, as in the
            notebook: so wih follows cross-entropy. In this run who does, too.`
        : html`Calculus would put each output’s slope o·(1−o) beside its error. The notebook leaves it out here:
            so who follows squared error, wih cross-entropy. It learns well.`
    }
  `,
  code: () => ['hidden_errors = who.T @ output_errors'],
  figures: (specimen, actions) => {
    const { slide, step, cast } = specimen;
    const count = step.hiddenErrors.length;
    const row = (/** @type {number} */ k) => {
      const share = slide.who[k * count + cast.node] * step.outputErrors[k];
      return { values: [share], text: signed(share, 3) };
    };
    return html`
      ${outputsFigure(specimen, `who[:, ${cast.node}] · output_errors`, row, actions, true)}
      ${nodesFigure(specimen, 'hidden_errors', step.hiddenErrors, actions)}
    `;
  },
  lines: ({ slide, step, cast: { node, output } }) => {
    const count = step.hiddenErrors.length;
    const terms = Array.from({ length: DIGITS }, (_, k) => ({
      weight: slide.who[k * count + node],
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
