import { html, nothing } from 'lit';
import { largest } from '../../shared/ranking.js';
import { PIXELS } from '../../shared/shape.js';
import { decimal } from '../../ui/format.js';
import { nodesFigure, outputsFigure, pixelsFigure } from './figures.js';
import { compared, moved, plain, significant, squashed } from './numbers.js';

/** What the step changes, and what comes of it. */

/** @typedef {import('./pages.js').Page} Page */

/** @type {Page} */
export const changes = {
  name: 'weight changes',
  words: ({ settings }) => html`
    Each weight moves a little: learning rate lr = ${plain(settings.learningRate)}, times error, times slope of the sigmoid, times what came through
    it. Ink moves weights, paper hardly does; a node close to 0 or 1 is sure and moves little.
    ${
      settings.crossEntropy
        ? html`This run has “Cross-entropy” on: into <code>who</code>, 1/3 takes the place of the outputs’ slope
            o·(1−o), which is next to nothing for an output that is sure. So one that is sure and wrong learns, too.`
        : nothing
    }
    ${settings.fallingRate ? 'The rate falls as the run gets on.' : nothing}
  `,
  code: ({ settings }) => [
    settings.crossEntropy
      ? 'who += lr * outer(output_errors / 3, hidden_outputs)'
      : 'who += lr * outer(output_errors * final_outputs * (1 - final_outputs), hidden_outputs)',
    'wih += lr * outer(hidden_errors * hidden_outputs * (1 - hidden_outputs), inputs)',
  ],
  figures: (specimen, actions) => {
    const { step, selection } = specimen;
    const count = step.hiddenErrors.length;
    const toNode = step.wihChanges.subarray(selection.node * PIXELS, (selection.node + 1) * PIXELS);
    const toOutput = step.whoChanges.subarray(selection.output * count, (selection.output + 1) * count);
    return html`
      ${pixelsFigure(specimen, `Δwih[${selection.node}]`, toNode)}
      ${nodesFigure(specimen, `Δwho[${selection.output}]`, toOutput, actions)}
    `;
  },
  lines: ({ sample, settings, step, selection: { node, output, pixel } }) => {
    const rate = plain(settings.learningRate);
    const hidden = squashed(step.hiddenOutputs[node]);
    const final = compared(step.finalOutputs[output], step.outputErrors[output]);
    const slope = settings.crossEntropy ? '1 / 3' : `${final.output} · (1 − ${final.output})`;
    const whoChange = significant(step.whoChanges[output * step.hiddenOutputs.length + node], 2);
    const wihChange = significant(step.wihChanges[node * PIXELS + pixel], 2);
    const error = significant(step.hiddenErrors[node]);
    return {
      output: `Δwho[${output}, ${node}] = ${rate} · ${final.error} · ${slope} · ${hidden} = ${whoChange}`,
      weight: `Δwih[${node}, ${pixel}] = ${rate} · ${error} · ${hidden} · (1 − ${hidden}) ·
        ${plain(sample.inputs[pixel])} = ${wihChange}`,
    };
  },
};

/** @type {Page} */
export const after = {
  name: 'the answer after',
  words: ({ step, label }) => html`
    The same picture, asked again with the new weights. Upper bars are before, lower ones after; a line marks
    the target. Output ${label} went from ${squashed(step.finalOutputs[label])} to
    <b>${squashed(step.after.outputs[label])}</b>, and the answer
    ${largest(step.after.outputs) === largest(step.finalOutputs) ? 'stays' : 'becomes'}
    <b>${largest(step.after.outputs)}</b>. A small step, for all other records have their say, too. Training is
    this, again and again. Here it happened to a copy: the network of the run has not changed.
  `,
  remark: ({ step, label }) =>
    step.after.outputs[label] < step.finalOutputs[label]
      ? 'It was nearly right already, and above its target: so this step even made it a little less sure.'
      : 'It was nearly right already: so this step could make it only a little surer.',
  code: () => ['answer = query(inputs)'],
  figures: (specimen, actions) => {
    const { finalOutputs, after, targets } = specimen.step;
    const row = (/** @type {number} */ k) => ({
      values: [finalOutputs[k], after.outputs[k]],
      target: targets[k],
      text: `${decimal(finalOutputs[k], 3)} → ${decimal(after.outputs[k], 3)}`,
    });
    return outputsFigure(specimen, 'final_outputs, before → after', row, actions);
  },
  lines: ({ sample, step, selection: { node, output, pixel } }) => {
    const weight = moved(sample.wih[node * PIXELS + pixel], step.wihChanges[node * PIXELS + pixel]);
    const sign = step.wihChanges[node * PIXELS + pixel] < 0 ? '−' : '+';
    return {
      node: `hidden_outputs[${node}]: ${squashed(step.hiddenOutputs[node])} → ${squashed(step.after.hidden[node])}`,
      output: `final_outputs[${output}]: ${squashed(step.finalOutputs[output])} → ${squashed(step.after.outputs[output])}`,
      weight: `wih[${node}, ${pixel}] = ${weight.before} ${sign} ${weight.change} = ${weight.after}`,
    };
  },
};
