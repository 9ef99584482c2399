// Part of `make model`: adds to web/model.npz what the network imagines, since to find that takes a tenth of a second, and
// everybody who opens the page would wait for it.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readNpz, writeNpz } from '../web/core/npz.js';
import { loadGlassbox } from '../web/glassbox.js';
import { DIGITS, PIXELS } from '../web/shared/shape.js';

const path = fileURLToPath(new URL('../web/model.npz', import.meta.url));
const file = new Uint8Array(await readFile(path));
const { wih, who, run } = /** @type {Record<string, import('../web/core/npy.js').NpyArray>} */ (
  await readNpz(file)
);
const network = await (await loadGlassbox()).open(file);
const imagined = new Float32Array(DIGITS * PIXELS);
for (let digit = 0; digit < DIGITS; digit++) imagined.set(network.imagine(digit), digit * PIXELS);
// In single precision, so that they are what the network finds, to the bit.
const pictures = { shape: [DIGITS, PIXELS], data: imagined, type: /** @type {const} */ ('<f4') };
await writeFile(path, writeNpz({ wih, who, run, imagined: pictures }, '<f2'));
