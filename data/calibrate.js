// Part of `make model`: what web/shared/confidence.js needs to know of the network that comes with the page.
//
// That network has seen all training records, so a twin of it, trained on the first 50,000, is asked
// about the last 10,000; and about scribbles, which are no digits.

import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadGlassbox } from '../web/glassbox.js';
import { confidence } from '../web/shared/confidence.js';
import { scribbles } from './handwriting/scribbles.js';

const TRAINED = 50_000;
/** Enough to be about as good as the network it stands for. */
const EPOCHS = 30;

const glassbox = await loadGlassbox();
const trainer = glassbox.trainer({ recipe: 'best', records: TRAINED, epochs: EPOCHS });
/** @type {{ label: number, inputs: Float32Array }[]} */
const kept = [];
let text = '';
let line = 0;
const decoder = new TextDecoder();
for await (const chunk of createReadStream(fileURLToPath(new URL('mnist_train.csv', import.meta.url)))) {
  trainer.write('train', chunk);
  const lines = (text + decoder.decode(chunk)).split('\n');
  text = String(lines.pop());
  for (const record of lines) {
    if (line++ < TRAINED) continue;
    const [label, ...pixels] = record.split(',').map(Number);
    kept.push({ label, inputs: Float32Array.from(pixels, (pixel) => (pixel / 255) * 0.99 + 0.01) });
  }
}
trainer.end('train');
for (let done = false; !done; ) {
  const now = trainer.run({ samples: 50_000 });
  console.log(`calibration: epoch ${now.epoch} of ${EPOCHS}`);
  done = now.done;
}

const answers = kept.map(({ label, inputs }) => {
  const outputs = trainer.network.query(inputs);
  const most = Math.max(...outputs);
  return { outputs, most, right: outputs.indexOf(most) === label };
});
const wrong = answers.filter(({ right }) => !right).length;
console.log(`${wrong} of ${answers.length} answers are wrong`);

/** Of the confidence in the answers at a temperature: lower is better. */
const logLoss = (/** @type {number} */ temperature) =>
  answers.reduce((sum, { outputs, right }) => {
    const sure = confidence(outputs, temperature);
    return sum - Math.log(right ? sure : Math.max(1 - sure, 1e-9));
  }, 0) / answers.length;
const temperatures = Array.from({ length: 60 }, (_, i) => 0.3 + 0.05 * i);
const best = temperatures.reduce((a, b) => (logLoss(b) < logLoss(a) ? b : a));
console.log(
  `TEMPERATURE ${best.toFixed(2)} (log loss ${logLoss(best).toFixed(4)}; at 1: ${logLoss(1).toFixed(4)})`,
);

const noise = scribbles(5000, 1).map((strokes) => {
  const drawing = glassbox.drawing(strokes);
  return drawing ? Math.max(...trainer.network.query(drawing.inputs)) : 0;
});
for (let least = 0.1; least < 0.99; least += 0.1) {
  const refused = answers.filter(({ most }) => most < least);
  const told = noise.filter((most) => most < least).length / noise.length;
  console.log(
    `REJECTION_THRESHOLD ${least.toFixed(1)}: refuses ${((100 * refused.length) / answers.length).toFixed(2)} % of digits ` +
      `(${refused.filter(({ right }) => !right).length} of them wrongly answered), ${(100 * told).toFixed(1)} % of scribbles`,
  );
}
