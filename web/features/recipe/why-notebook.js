import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { percent, whole } from '../../ui/format.js';

/**
 * What was measured for the explanation: accuracies on the 10,000 test records at the end of the run, seed 1. Each run
 * but `quick` has the notebook's settings, changed as its name says. tests/core/accuracy.test.js compares the first two.
 */
export const MEASURED = {
  quick: 0.9852,
  notebook: 0.9551,
  best: 0.9594,
  fallingRate: 0.9786,
  lowRate: 0.9727,
  crossEntropy: 0.9796,
  both: 0.9838,
  unrotated: 0.9654,
  unrotatedFalling: 0.9791,
};

const STEPS = { quick: 240_000, notebook: 1_800_000, unrotated: 600_000 };

/** For who asks why the longest run does not win. */
export const whyNotebook = () => html`
  <details class="why-notebook">
    <summary .textContent=${msg('Why does Notebook end below Quick?')}></summary>
    <p .textContent=${msg(str`With seed 1, Notebook reads ${shown('notebook')} of the test records correctly after ${whole(STEPS.notebook)} steps, Quick ${shown('quick')} after ${whole(STEPS.quick)}. Both learn from the same records, also turned by 10°. Notebook is at its best, ${shown('best')}, after three of its ten epochs: time is not what it lacks.`)}></p>
    <p .textContent=${msg(str`First, its learning rate stays at 0.2. Each record pulls the weights its own way, as far at the end as at the beginning, so they never settle. If only the rate falls, it ends at ${shown('fallingRate')}; with a constant 0.05, at ${shown('lowRate')}.`)}></p>
    <p .textContent=${msg(str`Second, its error rule. The notebook multiplies the error of an output by the slope of its sigmoid. That slope is almost 0 where an output is far off, so the worst mistakes are corrected most slowly. If only this becomes cross-entropy, it ends at ${shown('crossEntropy')}; with a falling rate as well, at ${shown('both')}.`)}></p>
    <p .textContent=${msg(str`The rotations are not to blame, although they cost something here: without them it ends at ${shown('unrotated')}, after ${whole(STEPS.unrotated)} steps. Once the rate falls, they make hardly any difference: ${shown('unrotatedFalling')} without them.`)}></p>
    <p .textContent=${msg('You can check each of these: choose Notebook, change one of its settings below, and train.')}></p>
  </details>
`;

/** @param {keyof typeof MEASURED} name */
const shown = (name) => percent(MEASURED[name], 1);
