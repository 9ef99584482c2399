// `make model`: trains the network that comes with the page, web/model.npz.
//
// The same settings and seeds give the same bits everywhere, so this file can be made again and compared.
// Weights are stored in half precision.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { arraysOf } from '../web/core/network-file.js';
import { writeNpz } from '../web/core/npz.js';
import { loadGlassbox } from '../web/glassbox.js';
import { addTrainingRecords, CHANGES, mnistRecords, RECIPE, SETTINGS } from './bundled.js';

/** Steps after which a test compares the weights, since it can't wait for all of them. */
const PREFIX = 3000;

const glassbox = await loadGlassbox();
const records = glassbox.records();
const mnist = await mnistRecords(glassbox);
addTrainingRecords(glassbox, records, mnist);
mnist.free();
records.end('train');
for await (const chunk of createReadStream(fileURLToPath(new URL('mnist_test.csv', import.meta.url))))
  records.write('test', chunk);
records.end('test');
console.log(`${records.count('train')} records to learn from`);

const run = glassbox.run(records, SETTINGS);
let now = run.train({ samples: PREFIX });
const epochSteps = now.steps / SETTINGS.epochs;
const prefix = { steps: PREFIX, sha256: digest(run.network) };
const start = performance.now();
while (!now.done) {
  now = run.train({ samples: epochSteps - (now.step % epochSteps) });
  const minutes = (performance.now() - start) / 60_000;
  console.log(`epoch ${now.epoch} of ${SETTINGS.epochs}, ${minutes.toFixed(1)} minutes`);
}
const { accuracy } = glassbox.evaluate(run.network, records);
const about = { recipe: RECIPE, changes: CHANGES, sha256: digest(run.network), accuracy, prefix };
const file = writeNpz(
  { ...arraysOf(run.network.weights), run: { shape: [], data: JSON.stringify(about) } },
  '<f2',
);
await writeFile(fileURLToPath(new URL('../web/model.npz', import.meta.url)), file);
console.log(`web/model.npz: ${file.length} bytes; ${(100 * accuracy).toFixed(2)} % of the test records`);

/** @param {{ wih: Float32Array, who: Float32Array }} network */
function digest({ wih, who }) {
  return createHash('sha256')
    .update(new Uint8Array(wih.buffer))
    .update(new Uint8Array(who.buffer))
    .digest('hex');
}
