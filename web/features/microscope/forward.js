import { html } from 'lit';
import { largest } from '../../shared/ranking.js';
import { PIXELS } from '../../shared/shape.js';
import { decimal, pixelName } from '../../ui/format.js';
import { inputsFigure, nodesFigure, outputsFigure, pixelsFigure } from './figures.js';
import { plain, significant, squashed, sum } from './numbers.js';
import { writtenLongSum } from './sums.js';

/** From the picture to the answer. */

/** @typedef {import('./pages.js').Page} Page */
/** @typedef {import('./state.js').Specimen} Specimen */

/** @param {Specimen} specimen @returns {Float32Array} the followed node's weights, (784) */
const nodeWeights = ({ sample, selection }) =>
  sample.wih.subarray(selection.node * PIXELS, (selection.node + 1) * PIXELS);

/** @type {Page} */
export const inputs = {
  name: 'inputs',
  words: ({ sample, selection }) => html`
    What you took is a copy, frozen: nothing here changes the network that answers. A picture is a list of 784
    numbers, one for each pixel, row by row: 0.01 is paper, 1 is ink. Paper is not 0, because a weight that is
    multiplied by 0 could never learn. The marked pixel, ${pixelName(selection.pixel)}, has a grey of
    ${sample.pixels[selection.pixel]} of 255. Below stands the same in Python, from the notebook that this page
    follows.
  `,
  code: () => ['inputs = pixels / 255 * 0.99 + 0.01'],
  figures: (specimen) => inputsFigure(specimen),
  lines: ({ sample, selection: { pixel } }) => ({
    weight: `inputs[${pixel}] = ${sample.pixels[pixel]} / 255 · 0.99 + 0.01 = ${plain(sample.inputs[pixel])}`,
  }),
};

/** @type {Page} */
export const hiddenSums = {
  name: 'sums into hidden nodes',
  words: ({ step, selection }) => html`
    Each of the ${step.hiddenInputs.length} hidden nodes multiplies every input by a weight of its own
    (<code>wih</code>, from inputs to hidden nodes) and adds all up. Ink on <b class="for">blue</b> weights raises its sum, ink on
    <b class="against">orange</b> ones lowers it. The nodes stand where they do on the stage; the marked one
    is node ${selection.node + 1}, Python’s [${selection.node}], which counts from 0.
  `,
  code: () => ['hidden_inputs = wih @ inputs'],
  figures: (specimen, actions) => html`
    ${inputsFigure(specimen)}
    ${pixelsFigure(specimen, `wih[${specimen.selection.node}]`, nodeWeights(specimen))}
    ${nodesFigure(specimen, 'hidden_inputs', specimen.step.hiddenInputs, actions)}
  `,
  lines: (specimen) => {
    const { sample, step, selection } = specimen;
    const weights = nodeWeights(specimen);
    const terms = Array.from(weights, (weight, pixel) => {
      const value = sample.inputs[pixel];
      return { weight, value, written: plain(value) };
    });
    const [weight, input] = [weights[selection.pixel], sample.inputs[selection.pixel]];
    const product = `${significant(weight)} · ${plain(input)} = ${significant(weight * input)}`;
    return {
      node: `hidden_inputs[${selection.node}] = ${writtenLongSum(terms, selection.pixel)} = ${sum(step.hiddenInputs[selection.node])}`,
      weight: `wih[${selection.node}, ${selection.pixel}] · inputs[${selection.pixel}] = ${product}`,
    };
  },
};

/** @type {Page} */
export const hiddenSigmoid = {
  name: 'sigmoid',
  words: () => html`
    The sigmoid squashes each sum to between 0 and 1: far below 0 it gives nearly 0, far above nearly 1, and at
    0 one half. Ink is a node that is active. Without this bend, two layers could do no more than one.
  `,
  code: () => ['hidden_outputs = 1 / (1 + exp(-hidden_inputs))'],
  figures: (specimen, actions) => html`
    ${nodesFigure(specimen, 'hidden_inputs', specimen.step.hiddenInputs, actions)}
    ${nodesFigure(specimen, 'hidden_outputs', specimen.step.hiddenOutputs, actions, true)}
  `,
  lines: ({ step, selection: { node } }) => ({
    node: `hidden_outputs[${node}] = ${writtenSigmoid(step.hiddenInputs[node], step.hiddenOutputs[node])}`,
  }),
};

/** @type {Page} */
export const outputs = {
  name: 'sums into outputs, sigmoid',
  words: ({ step }) => html`
    The same once more: each output multiplies what all hidden nodes say by weights of its own
    (<code>who</code>, from hidden nodes to outputs), adds up and squashes. The largest is the answer: <b>${largest(step.finalOutputs)}</b>. A click on a digit follows
    another output.
  `,
  code: () => ['final_inputs = who @ hidden_outputs', 'final_outputs = 1 / (1 + exp(-final_inputs))'],
  figures: (specimen, actions) => {
    const { finalOutputs } = specimen.step;
    const row = (/** @type {number} */ k) => ({
      values: [finalOutputs[k]],
      text: decimal(finalOutputs[k], 3),
    });
    return html`
      ${nodesFigure(specimen, 'hidden_outputs', specimen.step.hiddenOutputs, actions, true)}
      ${outputsFigure(specimen, 'final_outputs', row, actions)}
    `;
  },
  lines: ({ sample, step, selection: { node, output } }) => {
    const count = step.hiddenOutputs.length;
    const terms = Array.from(step.hiddenOutputs, (value, j) => ({
      weight: sample.who[output * count + j],
      value,
      written: j === node ? squashed(value) : significant(value),
    }));
    const { weight, value, written } = terms[node];
    const product = `${significant(weight)} · ${written} = ${significant(weight * value)}`;
    return {
      node: `who[${output}, ${node}] · hidden_outputs[${node}] = ${product}`,
      output: `final_inputs[${output}] = ${writtenLongSum(terms, node)} = ${sum(step.finalInputs[output])};
        final_outputs[${output}] = ${writtenSigmoid(step.finalInputs[output], step.finalOutputs[output])}`,
    };
  },
};

/** @param {number} total @param {number} answer */
const writtenSigmoid = (total, answer) => `1 / (1 + e^${sum(-total)}) = ${squashed(answer)}`;
