import { msg } from '@lit/localize';
import { html } from 'lit';
import { largest } from '../../shared/ranking.js';
import { PIXELS } from '../../shared/shape.js';
import { pixelName, whole } from '../../ui/format.js';
import { span } from '../../ui/span.js';
import { inputsFigure, nodesFigure, outputsFigure, pixelsFigure } from './figures.js';
import { decimal, plain, significant, squashed, sum } from './numbers.js';
import { writtenLongSum } from './sums.js';

/** Pages 1 to 4: from the picture to the prediction. */

/** @typedef {import('./pages.js').Page} Page */
/** @typedef {import('./state.js').Specimen} Specimen */

/** @param {Specimen} specimen @returns {Float32Array} the weights into the selected node, (784) */
const nodeWeights = ({ sample, selection }) =>
  sample.wih.subarray(selection.node * PIXELS, (selection.node + 1) * PIXELS);

/** @type {Page} */
export const inputs = {
  name: () => msg('inputs'),
  words: ({ sample, selection }) =>
    msg(
      html`This is a frozen copy: nothing you do here changes the network. The picture is a list of 784 numbers, one per pixel, row by row: 0.01 is paper and 1 is ink. Paper is not 0, because a weight that is multiplied by 0 could never learn. The marked pixel (${span(pixelName(selection.pixel))}) has the grey value ${span(whole(sample.pixels[selection.pixel]))} out of 255. The line of Python below says the same. It comes from the notebook that this page follows.`,
    ),
  code: () => ['inputs = pixels / 255 * 0.99 + 0.01'],
  figures: (specimen) => inputsFigure(specimen),
  lines: ({ sample, selection: { pixel } }) => ({
    weight: `inputs[${pixel}] = ${sample.pixels[pixel]} / 255 · 0.99 + 0.01 = ${plain(sample.inputs[pixel])}`,
  }),
};

/** @type {Page} */
export const hiddenSums = {
  name: () => msg('sums into hidden nodes'),
  words: ({ step, selection }) =>
    msg(
      html`Each hidden node (there are ${span(whole(step.hiddenInputs.length))}) multiplies every input by a weight and adds up the products. These weights, from inputs to hidden nodes, are called <code translate="no">wih</code>. Ink on <b class="for">blue</b> weights raises the sum. Ink on <b class="against">orange</b> weights lowers it. The nodes are arranged as on the stage. Node ${span(whole(selection.node + 1))} is marked. Python counts from 0 and calls it [${span(selection.node)}].`,
    ),
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
  name: () => msg('sigmoid'),
  words: () =>
    msg(
      html`The sigmoid squashes each sum to a number between 0 and 1. A sum far below 0 becomes almost 0, a sum of 0 becomes 0.5, and a sum far above 0 becomes almost 1. The more ink a node shows, the more active it is. Without this curve, two layers could do no more than one.`,
    ),
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
  name: () => msg('outputs'),
  words: ({ step }) =>
    msg(
      html`The same happens once more. Each output multiplies the values of all hidden nodes by its weights, adds up the products and squashes the sum. These weights, from hidden nodes to outputs, are called <code translate="no">who</code>. The largest output is the prediction: <b>${span(largest(step.finalOutputs))}</b>. Click a digit to follow another output.`,
    ),
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
