// `make model`: trains the second network that comes with the page, web/robust.npz, some seconds. It is the recipe
// `robust`: the page compares with it how much it takes to fool a network.
//
// As with web/model.npz, the same recipe and seed give the same bits everywhere, and weights are stored in half
// precision.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { arraysOf } from '../web/core/network-file.js';
import { writeNpz } from '../web/core/npz.js';
import { loadGlassbox } from '../web/glassbox.js';
import { recipeSettings } from '../web/shared/settings.js';

const recipe = 'robust';
const settings = recipeSettings(recipe);
const glassbox = await loadGlassbox();
const trainer = glassbox.trainer({ recipe });
for (const kind of /** @type {const} */ (['train', 'test'])) {
  const path = fileURLToPath(new URL(`mnist_${kind}.csv`, import.meta.url));
  for await (const chunk of createReadStream(path)) trainer.write(kind, chunk);
  trainer.end(kind);
}
trainer.run({ samples: 1e9 });

const { wih, who } = trainer.network.weights;
const sha256 = createHash('sha256')
  .update(new Uint8Array(wih.buffer))
  .update(new Uint8Array(who.buffer))
  .digest('hex');
const { accuracy } = trainer.test();
const about = { shape: [], data: JSON.stringify({ recipe, settings, sha256, accuracy }) };
const file = writeNpz({ ...arraysOf({ wih, who }), run: about }, '<f2');
await writeFile(fileURLToPath(new URL('../web/robust.npz', import.meta.url)), file);
console.log(`web/robust.npz: ${file.length} bytes; ${(100 * accuracy).toFixed(2)} % of the test records`);
