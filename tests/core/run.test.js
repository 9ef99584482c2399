// Records and the runs that share them, as JavaScript has them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { firstRecords } from '../mnist.js';
import { copyOf } from './contract.js';

const glassbox = await loadGlassbox();
const csv = await firstRecords('train', 20);
const testCsv = await firstRecords('test', 30);
const small = recipeSettings('notebook', { hiddenNodes: 8, epochs: 2, seed: 3 });

function loadedRecords() {
  const records = glassbox.records();
  records.write('train', csv);
  records.end('train');
  records.write('test', testCsv);
  records.end('test');
  return records;
}

describe('runs', () => {
  test('two runs on the same records do what each would do alone', () => {
    const records = loadedRecords();
    const other = recipeSettings('quick', { hiddenNodes: 5, records: 15, seed: 9 });
    const [one, two] = [glassbox.run(records, small), glassbox.run(records, other)];
    for (let done = false; !done; ) {
      const [first, second] = [one.train({ samples: 7 }), two.train({ samples: 3 })];
      done = first.done && second.done;
    }
    for (const [run, settings] of /** @type {const} */ ([
      [one, small],
      [two, other],
    ])) {
      const trainer = glassbox.trainer(settings);
      trainer.write('train', csv);
      trainer.end('train');
      trainer.run({ samples: 1e6 });
      assert.deepEqual(copyOf(run.network), copyOf(trainer.network));
      run.free();
      trainer.free();
    }
    records.free();
  });

  test('each run starts anew, once, when the training records have made way for others', () => {
    const records = loadedRecords();
    const [one, two] = [glassbox.run(records, small), glassbox.run(records, small)];
    one.train({ samples: 5 });
    records.write('train', testCsv);
    assert.equal(one.restartIfStale(), false);
    records.end('train');
    assert.equal(one.restartIfStale(), true);
    assert.deepEqual(one.progress, { epoch: 0, step: 0, steps: 180, done: false });
    assert.equal(one.restartIfStale(), false);
    assert.equal(two.restartIfStale(), false, 'it had not begun');
    one.free();
    two.free();
    records.free();
  });

  test('records cannot be freed while a run uses them', () => {
    const records = loadedRecords();
    const runs = [glassbox.run(records, small), glassbox.run(records, small)];
    for (const run of runs) {
      assert.throws(() => records.free(), {
        name: 'Error',
        message: /^these records are used by a run: free the run first$/,
      });
      run.train({ samples: 5 });
      run.free();
    }
    records.free();
    const message = /^these records were freed$/;
    for (const call of [
      () => records.write('train', csv),
      () => records.end('train'),
      () => records.abandon('train'),
      () => records.count('train'),
      () => records.record('train', 0),
      () => records.free(),
      () => glassbox.run(records, small),
    ]) {
      assert.throws(call, { name: 'Error', message }, `${call}`);
    }
  });
});
