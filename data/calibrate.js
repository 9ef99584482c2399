// Part of `make model`: what web/shared/confidence.js needs to know of the network that comes with the page, found on
// what that network has never seen.

import { loadGlassbox } from '../web/glassbox.js';
import { calibrationError, confidence } from '../web/shared/confidence.js';
import { heldOut, mnistRecords } from './bundled.js';
import { scribbles } from './handwriting/scribbles.js';

/** The share of MNIST's digits that may be refused. */
const MAY_BE_REFUSED = 0.008;

const glassbox = await loadGlassbox();
const network = await glassbox.pretrained();
const mnist = await mnistRecords(glassbox);
const held = heldOut(glassbox, mnist);
mnist.free();

/** @typedef {ReturnType<typeof ask>} Answer */

/** @param {import('./bundled.js').Labelled} record */
function ask({ label, inputs }) {
  const outputs = network.query(inputs);
  const most = Math.max(...outputs);
  return { outputs, most, right: outputs.indexOf(most) === label };
}
const answers = {
  'MNIST’s digits': held.mnist.map(ask),
  'drawings of digits': held.digits.map(ask),
  'drawings of no digit': held.noDigits.map(ask),
  scribbles: scribbles(3000, 5)
    .map((strokes) => glassbox.drawing(strokes))
    .flatMap((drawing) => (drawing ? [ask({ label: -1, inputs: drawing.inputs })] : [])),
};
const digits = [...answers['MNIST’s digits'], ...answers['drawings of digits']];

/** Of the confidence in the answers at a temperature: lower is better. */
const logLoss = (/** @type {number} */ temperature) =>
  digits.reduce((sum, { outputs, right }) => {
    const sure = confidence(outputs, temperature);
    return sum - Math.log(right ? sure : Math.max(1 - sure, 1e-9));
  }, 0) / digits.length;
const temperatures = Array.from({ length: 60 }, (_, i) => 0.3 + 0.05 * i);
const best = temperatures.reduce((a, b) => (logLoss(b) < logLoss(a) ? b : a));
const error = calibrationError(
  digits.map(({ outputs, right }) => ({ confidence: confidence(outputs, best), right })),
);
console.log(`TEMPERATURE ${best.toFixed(2)}: calibration error ${(100 * error).toFixed(2)} %`);

const most = answers['MNIST’s digits'].map((answer) => answer.most).sort((a, b) => a - b);
const threshold = Math.floor(100 * most[Math.floor(MAY_BE_REFUSED * most.length)]) / 100;
console.log(`REJECTION_THRESHOLD ${threshold.toFixed(2)}`);

/** @param {Answer[]} asked @param {(answer: Answer) => boolean} is */
const share = (asked, is) => `${((100 * asked.filter(is).length) / asked.length).toFixed(2)} %`;
console.log(`right: ${share(digits, ({ right }) => right)} of the digits`);
for (const [name, asked] of Object.entries(answers))
  console.log(`refused: ${share(asked, ({ most }) => most < threshold)} of ${name}`);
