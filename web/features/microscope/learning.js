import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { largest } from '../../shared/ranking.js';
import { PIXELS } from '../../shared/shape.js';
import { span } from '../../ui/span.js';
import { nodesFigure, outputsFigure, pixelsFigure } from './figures.js';
import { compared, decimal, moved, plain, significant, squashed } from './numbers.js';

/** Pages 8 and 9: what the step changes in the weights, and in the outputs. */

/** @typedef {import('./pages.js').Page} Page */

const crossEntropy = () =>
  msg(
    html`This run uses “Cross-entropy”: for <code translate="no">who</code>, 1/3 replaces the outputs’ slope o·(1−o), which is almost 0 for a confident output. So a confident mistake is still corrected.`,
  );

/** @type {Page} */
export const changes = {
  name: () => msg('weight changes'),
  words: ({ settings }) =>
    msg(
      html`Each weight changes by the learning rate (lr = ${span(plain(settings.learningRate))}), times the error, times the slope of the sigmoid, times what came through the weight. Ink changes weights, paper hardly does. Weights of nodes near 0 or 1, where the sigmoid is flat, change little.`,
    ),
  also: ({ settings }) => [
    ...(settings.crossEntropy ? [crossEntropy()] : []),
    ...(settings.fallingRate ? [msg('The learning rate falls during the run.')] : []),
  ],
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

/** @param {import('../../shared/training-step.js').TrainingStep} step */
function newPrediction({ finalOutputs, after }) {
  const [before, now] = [largest(finalOutputs), largest(after.outputs)];
  return before === now
    ? msg(html`The prediction is still <b>${span(now)}</b>.`)
    : msg(html`The prediction was ${span(before)} and is now <b>${span(now)}</b>.`);
}

/** @type {Page} */
export const after = {
  name: () => msg('the new outputs'),
  words: ({ step, label }) =>
    msg(
      html`The same picture is read again with the new weights. Upper bars are before the step, lower bars after it. A line marks the target. Output ${span(label)} went from ${span(squashed(step.finalOutputs[label]))} to <b>${span(squashed(step.after.outputs[label]))}</b>. ${span(newPrediction(step))} The step is small because the network must suit all other records, too. Training repeats it with record after record. This one changed only a copy: the network of the run is as it was.`,
    ),
  remark: ({ step, label }) =>
    step.outputErrors[label] < 0 && step.after.outputs[label] < step.finalOutputs[label]
      ? msg(
          str`Output ${label} was nearly right already, but above its target. So this step even lowered it a little.`,
        )
      : msg(str`Output ${label} was nearly right already. So this step could change it only a little.`),
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
