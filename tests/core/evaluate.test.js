// Evaluation on the test records, against asking about each of them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { maxDifference } from '../helpers.js';
import { assertRefused } from './contract.js';
import { asked, glassbox, loadedRun, small, stateOf } from './fixtures.js';

/** A run that has learned something. */
function trained() {
  const training = loadedRun({ ...small, epochs: 50 });
  training.run.train({ samples: 1e6 });
  return training;
}

describe('an evaluation', () => {
  test('it counts labels and answers, of all records or of some', () => {
    const { records, run, free } = trained();
    const { confusion: expected, correct, error, outputs } = asked(run.network);
    assert.ok(correct > 5, `${correct} of 30: it has learned nothing`);
    const all = glassbox.evaluate(run.network, records);
    assert.deepEqual(
      [all.accuracy, all.correct, all.total, all.confusion],
      [correct / 30, correct, 30, expected],
    );
    assert.ok(Math.abs(all.error - error) < 1e-6, `${all.error}, not ${error}`);
    assert.ok(maxDifference(all.outputs, outputs) < 1e-6);

    const first = glassbox.evaluate(run.network, records, { to: 11 });
    const second = glassbox.evaluate(run.network, records, { from: 11 });
    assert.deepEqual([first.total, second.total], [11, 19]);
    assert.equal(first.correct + second.correct, correct);
    assert.deepEqual(
      first.confusion.map((count, i) => count + second.confusion[i]),
      expected,
    );
    assert.equal(first.accuracy, first.correct / 11);
    assert.deepEqual([...first.outputs, ...second.outputs], [...all.outputs]);
    assert.ok(Math.abs((11 * first.error + 19 * second.error) / 30 - all.error) < 1e-12);
    free();
  });

  test('any network can be asked', () => {
    const { records, run, free } = trained();
    const guest = glassbox.network({ hiddenNodes: 31, seed: 5 });
    const expected = asked(guest);
    const { confusion, outputs, error } = glassbox.evaluate(guest, records);
    assert.deepEqual(confusion, expected.confusion);
    assert.ok(maxDifference(outputs, expected.outputs) < 1e-6);
    assert.ok(Math.abs(error - expected.error) < 1e-6);
    assert.notDeepEqual(glassbox.evaluate(run.network, records).outputs, outputs);
    guest.free();
    free();
  });

  test('it changes nothing, and what it tells is a copy', () => {
    const { records, run, free } = loadedRun();
    run.train({ samples: 7 });
    const before = stateOf(run);
    const { confusion, outputs } = glassbox.evaluate(run.network, records);
    const kept = [confusion.slice(), outputs.slice()];
    confusion.fill(7);
    outputs.fill(7);
    const again = glassbox.evaluate(run.network, records);
    assert.deepEqual([again.confusion, again.outputs], kept);
    assert.deepEqual(stateOf(run), before);
    free();
  });

  test('what does not fit is refused, and nothing has changed', async () => {
    const { records, run, free } = loadedRun();
    const { network } = run;
    run.train({ samples: 7 });
    const other = await loadGlassbox();
    const [elsewhere, theirs] = [other.network({ hiddenNodes: 2 }), other.records()];
    const freed = glassbox.network({ hiddenNodes: 2 });
    freed.free();
    const gone = loadedRun();
    gone.free();
    const any = /** @type {any} */ (glassbox);
    assertRefused(
      [
        [() => any.evaluate(network, records, { to: 31 }), 'RangeError', /^to .* from 1 to 30, not 31$/],
        [() => any.evaluate(network, records, { to: 0 }), 'RangeError', /^to .* not 0$/],
        [() => any.evaluate(network, records, { from: 30 }), 'RangeError', /^from .* from 0 to 29, not 30$/],
        [
          () => any.evaluate(network, records, { from: '1' }),
          'TypeError',
          /^from takes a number, not string$/,
        ],
        [
          () => any.evaluate(network, records, { size: 3 }),
          'TypeError',
          /^unknown 'size' in part; there are from, to$/,
        ],
        [() => any.evaluate({}, records), 'TypeError', /^network takes a Network, not Object$/],
        [() => any.evaluate('mine', records), 'TypeError', /^network takes a Network, not string$/],
        [
          () => any.evaluate(elsewhere, records),
          'TypeError',
          /^network takes one of this module, not of another$/,
        ],
        [() => any.evaluate(freed, records), 'Error', /^this network was freed$/],
        [() => any.evaluate(gone.run.network, records), 'Error', /^this run was freed$/],
        [() => any.evaluate(network), 'TypeError', /^records takes Records, not undefined$/],
        [() => any.evaluate(network, theirs), 'TypeError', /^records takes those of this module/],
        [() => any.evaluate(network, gone.records), 'Error', /^these records were freed$/],
      ],
      () => stateOf(run),
    );
    free();
  });

  test('without test records it says what is missing', () => {
    const records = glassbox.records();
    const network = glassbox.network({ hiddenNodes: 2 });
    const message = /^there are no test records: write\('test', bytes\), then end\('test'\)$/;
    assert.throws(() => glassbox.evaluate(network, records), { name: 'Error', message });
    network.free();
    records.free();
  });
});
