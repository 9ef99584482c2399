// `make model`: trains the network that comes with the page, web/model.npz.
//
// The same recipe and seed give the same bits everywhere, so this file can be made again and compared.
// Weights are stored in half precision.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { writeNpz } from '../web/core/npz.js';
import { loadGlassbox } from '../web/glassbox.js';
import { recipeSettings } from '../web/shared/settings.js';

/** Steps after which a test compares the weights, since it can't wait for all of them. */
const PREFIX = 3000;

const recipe = 'best';
const settings = recipeSettings(recipe);
const glassbox = await loadGlassbox();
const trainer = glassbox.trainer({ recipe });
for (const kind of /** @type {const} */ (['train', 'test'])) {
  const path = fileURLToPath(new URL(`mnist_${kind}.csv`, import.meta.url));
  for await (const chunk of createReadStream(path)) trainer.write(kind, chunk);
  trainer.end(kind);
}

let now = trainer.run({ samples: PREFIX });
const epochSteps = now.steps / settings.epochs;
const prefix = { steps: PREFIX, sha256: digest(trainer.network) };
const start = performance.now();
while (!now.done) {
  now = trainer.run({ samples: epochSteps - (now.step % epochSteps) });
  const minutes = (performance.now() - start) / 60_000;
  console.log(`epoch ${now.epoch} of ${settings.epochs}, ${minutes.toFixed(1)} minutes`);
}
const { wih, who, hiddenNodes } = trainer.network;
const run = { recipe, settings, sha256: digest(trainer.network), accuracy: trainer.test().accuracy, prefix };
const file = writeNpz({
  wih: { shape: [hiddenNodes, 784], data: wih },
  who: { shape: [10, hiddenNodes], data: who },
  run: { shape: [], data: JSON.stringify(run) },
});
await writeFile(fileURLToPath(new URL('../web/model.npz', import.meta.url)), file);
console.log(`web/model.npz: ${file.length} bytes; ${(100 * run.accuracy).toFixed(2)} % of the test records`);

/** @param {{ wih: Float32Array, who: Float32Array }} network */
function digest({ wih, who }) {
  return createHash('sha256')
    .update(new Uint8Array(wih.buffer))
    .update(new Uint8Array(who.buffer))
    .digest('hex');
}
