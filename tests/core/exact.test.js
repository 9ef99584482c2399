// The same bits in WebAssembly as natively, and whatever the cuts.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadGlassbox } from '../../web/glassbox.js';
import { RECIPES, recipeSettings, SETTINGS } from '../../web/shared/settings.js';
import { run, uniform } from '../helpers.js';
import { firstRecords } from '../mnist.js';

const RECORDS = 2000;
const TRAIN = fileURLToPath(new URL('../../build/c/train', import.meta.url));

/** @typedef {import('../../web/shared/settings.js').Settings} Settings */

const glassbox = await loadGlassbox();
const csv = await firstRecords('train', RECORDS);

/** All weights as bytes: wih, then who. @param {{ wih: Float32Array, who: Float32Array }} network */
function weightBytes({ wih, who }) {
  return Buffer.concat([Buffer.from(wih.buffer), Buffer.from(who.buffer)]);
}

/** @param {Partial<Settings> & { recipe?: string }} settings */
function trainInWasm(settings) {
  const trainer = glassbox.trainer(settings);
  trainer.write('train', csv);
  trainer.end('train');
  while (!trainer.run({ samples: 5000 }).done);
  const bytes = weightBytes(trainer.network);
  trainer.free();
  return bytes;
}

/** @param {Settings} settings */
async function trainNatively(settings) {
  const numbers = SETTINGS.map(({ name }) => String(settings[name]));
  const { code, stdout, stderr } = await run(TRAIN, numbers, csv);
  assert.equal(code, 0, `build/c/train ended with ${code}: ${stderr}`);
  return stdout;
}

/** @param {Buffer} got @param {Buffer} wanted */
function assertSameBits(got, wanted) {
  assert.equal(got.length, wanted.length);
  let different = 0;
  for (let at = 0; at < got.length; at += 4) {
    if (got.readUInt32LE(at) !== wanted.readUInt32LE(at)) different++;
  }
  assert.equal(different, 0, `${different} of ${got.length / 4} weights are others`);
}

describe('WebAssembly and the native build', () => {
  const notebook = recipeSettings('notebook');
  /** @type {[string, Settings][]} */
  const cases = [
    ['with the notebook’s settings', notebook],
    ['with 37 hidden nodes', { ...notebook, hiddenNodes: 37, seed: 4294967295 }],
    ['without turning, on some records', { ...notebook, epochs: 2, angle: 0, records: 700 }],
    ['with quick’s settings', recipeSettings('quick', { records: 1500 })],
    ['with robust’s settings', recipeSettings('robust', { records: 1500, epochs: 2 })],
    ['with best’s settings', recipeSettings('best', { records: 800, epochs: 2 })],
    ['turning by an odd angle', { ...notebook, hiddenNodes: 5, epochs: 1, angle: 33.3, seed: 0 }],
  ];
  for (const [name, settings] of cases) {
    test(`they train the same weights to the bit ${name}`, { timeout: 120_000 }, async () => {
      assertSameBits(trainInWasm(settings), await trainNatively(settings));
    });
  }
});

describe('the cuts', () => {
  for (const recipe of Object.keys(RECIPES)) {
    for (const records of [0, 300]) {
      const of = `${recipe}, ${records || 'all'} records`;
      test(`weights are the same to the bit however file and run are cut: ${of}`, {
        timeout: 120_000,
      }, () => {
        const settings = { recipe, hiddenNodes: 37, epochs: 2, records, seed: 7 };
        const whole = trainInWasm(settings);
        for (let way = 1; way <= 4; way++) {
          const next = uniform(way);
          const trainer = glassbox.trainer(settings);
          for (let at = 0; at < csv.length; ) {
            const size = Math.floor(next() * (way < 3 ? 50_000 : 900_000));
            trainer.write('train', csv.subarray(at, at + size));
            at += size;
            trainer.run({ samples: Math.floor(next() * 30) });
          }
          trainer.end('train');
          while (!trainer.run({ samples: 1 + Math.floor(next() * 100) }).done);
          assertSameBits(weightBytes(trainer.network), whole);
          trainer.free();
        }
      });
    }
  }

  test('the seed makes the weights', () => {
    const settings = { hiddenNodes: 5, epochs: 1, records: 10 };
    const one = trainInWasm({ ...settings, seed: 1 });
    assertSameBits(trainInWasm({ ...settings, seed: 1 }), one);
    assert.notDeepEqual(trainInWasm({ ...settings, seed: 2 }), one);
  });
});
