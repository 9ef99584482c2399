// Runs that are restored before the records that they learned from are here.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recipeSettings } from '../../web/shared/settings.js';
import { csv, glassbox, load, loadedRun, small, stateOf, testCsv } from './fixtures.js';

/** A run that stopped in the middle, and what it would have become. @param {import('../../web/shared/settings.js').Settings} settings */
function stopped(settings) {
  const { run, free } = loadedRun(settings);
  run.train({ samples: 41 });
  const [saved, before] = [run.save(), stateOf(run)];
  run.train({ samples: 1e6 });
  const whole = stateOf(run);
  free();
  return { saved, before, whole };
}

for (const [name, settings] of /** @type {const} */ ([
  ['with turned copies', small],
  ['with flash cards', recipeSettings('quick', { hiddenNodes: 5, epochs: 8 })],
])) {
  test(`a run restored ahead of its records shows all that it was, waits, and goes on to the same bits, ${name}`, () => {
    const { saved, before, whole } = stopped(settings);
    const records = glassbox.records();
    const run = glassbox.run(records, small);
    run.restoreAhead(saved);
    assert.deepEqual(run.save(), saved);
    assert.deepEqual(stateOf(run), before);
    for (const part of [csv.subarray(0, 9000), csv.subarray(9000)]) {
      records.write('train', part);
      assert.equal(run.lookForRecords(), 'awaited');
      assert.equal(run.train({ samples: 9 }).step, 41);
    }
    records.end('train');
    assert.equal(run.lookForRecords(), 'here');
    run.train({ samples: 1e6 });
    assert.deepEqual(stateOf(run), whole);
    run.free();
    records.free();
  });
}

test('one that stopped while its file arrived goes on when as many records are here', () => {
  const { whole } = stopped(small);
  const records = glassbox.records();
  const run = glassbox.run(records, small);
  records.write('train', csv.subarray(0, 20_000));
  const count = records.count('train');
  run.train({ samples: 20 });
  const later = glassbox.records();
  const restored = glassbox.run(later, small);
  restored.restoreAhead(run.save());
  later.write('train', csv.subarray(0, 10_000));
  assert.ok(later.count('train') < count);
  assert.equal(restored.train({ samples: 1 }).step, 20);
  later.write('train', csv.subarray(10_000, 21_000));
  assert.equal(restored.train({ samples: 1 }).step, 21);
  later.write('train', csv.subarray(21_000));
  later.end('train');
  restored.train({ samples: 1e6 });
  assert.deepEqual(stateOf(restored), whole);
  for (const each of [run, restored, records, later]) each.free();
});

test('other records neither train it nor make it start again', () => {
  const { saved, before, whole } = stopped(small);
  const { records, run, free } = loadedRun();
  load(records, 'train', testCsv);
  run.restoreAhead(saved);
  assert.equal(run.lookForRecords(), 'others');
  assert.equal(run.restartIfStale(), false);
  assert.equal(run.train({ samples: 9 }).step, 41);
  assert.deepEqual(run.save(), saved);
  assert.deepEqual(stateOf(run), before);
  load(records, 'train', csv);
  assert.equal(run.restartIfStale(), false);
  run.train({ samples: 1e6 });
  assert.deepEqual(stateOf(run), whole);
  run.restoreAhead(saved);
  run.reset(small);
  assert.equal(run.lookForRecords(), 'here');
  free();
});

test('the same records have the same digest', () => {
  const { records, free } = loadedRun();
  const digest = records.digest('test');
  load(records, 'test', csv);
  assert.equal(records.digest('test'), records.digest('train'));
  assert.notEqual(records.digest('test'), digest);
  load(records, 'test', testCsv);
  assert.equal(records.digest('test'), digest);
  free();
});
