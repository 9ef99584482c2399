// What happens when the module's memory is full: the error says so, and nothing has changed or is lost.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { csv, stateOf } from './fixtures.js';

/** @typedef {import('../../web/glassbox.js').Network} Network */

const outOfMemory = { name: 'Error', code: 'out-of-memory', message: /not enough memory/ };

test('a run is as it was', async () => {
  const own = await limitedGlassbox();
  const records = own.records();
  for (let i = 0; i < 150; i++) records.write('train', csv);
  records.end('train');
  const settings = recipeSettings('quick', { hiddenNodes: 8 });
  const run = own.run(records, settings);
  const before = stateOf(run);
  const filling = filled(own);
  for (const call of [
    () => run.train({ samples: 10 }), // which needs memory for 3,000 cards
    () => run.reset({ ...settings, hiddenNodes: 200 }),
    () => own.run(records, { ...settings, hiddenNodes: 200 }),
    () => run.save(),
  ]) {
    assert.throws(call, outOfMemory, `${call}`);
  }
  for (const network of filling) network.free();
  assert.deepEqual(stateOf(run), before);
  assert.equal(run.train({ samples: 10 }).step, 10);
});

test('where there is memory for a part, that part is given back', async () => {
  const own = await limitedGlassbox();
  const numbers = own.network({ hiddenNodes: 100 }).pack();
  const filling = filled(own);
  /** @type {[() => unknown, number][]} a call, and how many networks make room for a part of it, but not for all */
  const cases = [
    [() => own.csvParser(), 6], // 66 kB, and 262 kB for text
    [() => own.trainer(), 10], // 140 kB for records, and more for the run
    [() => filling[0].unpack(numbers), 12], // 330 kB, twice
  ];
  for (const [call, room] of cases) {
    for (const network of filling.splice(-room)) network.free();
    for (let i = 0; i < 20; i++) assert.throws(call, outOfMemory, `${call}`);
    for (let i = 0; i < room; i++) filling.push(own.network({ hiddenNodes: 1 }));
  }
});

/** Networks that take all memory there is. @param {import('../../web/glassbox.js').Glassbox} glassbox */
function filled(glassbox) {
  /** @type {Network[]} */
  const networks = [];
  assert.throws(() => {
    for (;;) networks.push(glassbox.network({ hiddenNodes: 1 }));
  }, outOfMemory);
  return networks;
}

/** A module with as much memory as it starts with, and no more. */
async function limitedGlassbox() {
  const file = new Uint8Array(await readFile(new URL('../../web/wasm/glassbox.wasm', import.meta.url)));
  // In the memory section, both limits: 128 pages, and 16,384 of them in three bytes of LEB128.
  const limits = [0x01, 0x80, 0x01, 0x80, 0x80, 0x01];
  const at = file.findIndex((_, i) => limits.every((byte, j) => file[i + j] === byte));
  assert.ok(at > 0, 'the memory has other limits');
  file.set([0x01, 0x80, 0x01, 0x80, 0x81, 0x00], at);
  return loadGlassbox({ wasm: file });
}
