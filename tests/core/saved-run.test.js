// Saved runs as JavaScript has them: all that is said of them in tests/c/run_save_test.c, in the module.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { recipeSettings } from '../../web/shared/settings.js';
import { assertRefused, weights } from './contract.js';
import { csv, glassbox, load, loadedRecords, loadedRun, small, stateOf, testCsv } from './fixtures.js';

/** The state at the end of a run. @param {import('../../web/glassbox.js').Run} run */
function finish(run) {
  run.train({ samples: 1e6 });
  assert.ok(run.progress.done);
  return stateOf(run);
}

describe('a saved run', () => {
  const cards = { hiddenNodes: 5, epochs: 8, records: 16, distortion: 0.5 };
  for (const [name, settings] of /** @type {const} */ ([
    ['with turned copies', small],
    ['with flash cards', recipeSettings('quick', cards)],
    ['plainly', recipeSettings('backtrack', { hiddenNodes: 9, epochs: 3 })],
  ])) {
    test(`it goes on to the same bits from any step, ${name}`, () => {
      const records = loadedRecords();
      const [plain, other] = [glassbox.run(records, settings), glassbox.run(records, small)];
      for (let step = 0; ; step++) {
        const saved = plain.save();
        assert.deepEqual(plain.save(), saved);
        const kept = saved.slice();
        other.restore(saved);
        assert.deepEqual(saved, kept);
        assert.deepEqual(stateOf(other), stateOf(plain));
        if (plain.progress.done) {
          assert.ok(step >= 60, `only ${step} steps were tried`);
          break;
        }
        plain.train({ samples: 1 });
        other.train({ samples: 1 });
        assert.deepEqual(other.save(), plain.save(), `step ${step}`);
        if (step % 10 === 0) other.reset({ ...small, seed: step });
      }
      plain.free();
      other.free();
      records.free();
    });
  }

  test('it goes on in another module, at the bits of a run without a break', () => {
    const { run, free } = loadedRun();
    run.train({ samples: 31 });
    run.changeLearningRate(0.05);
    run.train({ samples: 10 });
    const saved = run.save();
    const expected = finish(run);
    free();
    const another = loadedRun(recipeSettings('backtrack'));
    const { network } = another.run;
    another.run.restore(saved);
    assert.equal(another.run.network, network);
    assert.equal(network.hiddenNodes, 8);
    assert.equal(another.run.settings.learningRate, Math.fround(0.05));
    assert.deepEqual(finish(another.run), expected);
    another.free();
  });

  test('one that was saved while its file arrived goes on, there and on the whole file', () => {
    const records = glassbox.records();
    const run = glassbox.run(records, small);
    records.write('train', csv.subarray(0, 20_000));
    const { step } = run.train({ samples: 20 });
    const saved = run.save();
    const others = [loadedRun(), loadedRun()];
    const expected = finish(others[0].run);
    others[1].run.restore(saved);
    assert.equal(others[1].run.progress.step, step);
    assert.deepEqual(finish(others[1].run), expected);
    assert.throws(() => run.restore(others[1].run.save()), { code: 'saved-run-other-records' });
    assert.equal(run.progress.step, step);
    records.write('train', csv.subarray(20_000));
    run.restore(saved);
    records.end('train');
    assert.deepEqual(finish(run), expected);
    for (const other of others) other.free();
    run.free();
    records.free();
  });

  test('weights that were set by hand are kept, for other hidden nodes than the settings’, too', () => {
    const [one, two] = [loadedRun(), loadedRun()];
    one.run.train({ samples: 4 });
    one.run.network.setWeights(weights(31));
    two.run.restore(one.run.save());
    assert.equal(two.run.network.hiddenNodes, 31);
    assert.deepEqual(finish(two.run), finish(one.run));
    one.free();
    two.free();
  });

  test('damaged, cut off or of other records it is refused with its reason, and the run is as it was', () => {
    const { records, run, free } = loadedRun();
    run.train({ samples: 40 });
    const saved = run.save();
    run.train({ samples: 7 });
    const damaged = saved.slice();
    damaged[saved.length >> 1] ^= 4;
    const version = saved.slice();
    version[8]++;
    const any = /** @type {any} */ (run);
    assertRefused(
      [
        [() => run.restore(saved.subarray(0, saved.length - 1)), 'Error', /^the saved run is cut off$/],
        [() => run.restore(new Uint8Array(0)), 'Error', /^the saved run is cut off$/],
        [() => run.restore(damaged), 'Error', /^this is not a saved run, or it is damaged$/],
        [() => run.restore(csv), 'Error', /^this is not a saved run, or it is damaged$/],
        [() => run.restore(version), 'Error', /^the run was saved by another version of Glassbox$/],
        [() => any.restore(), 'TypeError', /^bytes takes a Uint8Array, not undefined$/],
        [() => any.restore([...saved]), 'TypeError', /^bytes takes a Uint8Array, not Array$/],
      ],
      () => stateOf(run),
    );
    load(records, 'train', testCsv);
    assertRefused(
      [
        [
          () => run.save(),
          'Error',
          /^this run cannot be saved: the records that it was trained on are gone$/,
        ],
        [() => run.restore(saved), 'Error', /^the run was saved on other training records$/],
      ],
      () => stateOf(run),
    );
    load(records, 'train', csv);
    run.restore(saved);
    assert.equal(run.train({ samples: 1 }).step, 41);
    free();
  });
});
