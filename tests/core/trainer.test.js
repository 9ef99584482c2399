// A trainer: a run with records of its own, in one.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { maxDifference } from '../helpers.js';
import { assertRefused, copyOf, picture } from './contract.js';
import { asked, bytes, csv, glassbox, loadedRun, small, testCsv } from './fixtures.js';

/** @param {Parameters<typeof glassbox.trainer>[0]} settings */
function loaded(settings = small) {
  const trainer = glassbox.trainer(settings);
  trainer.write('train', csv);
  trainer.end('train');
  trainer.write('test', testCsv);
  trainer.end('test');
  return trainer;
}

/** @param {ReturnType<typeof loaded>} trainer */
const stateOf = (trainer) => ({ weights: copyOf(trainer.network), progress: trainer.run({ samples: 0 }) });

describe('a trainer', () => {
  test('recipes have their settings', () => {
    for (const [recipe, steps, hiddenNodes] of /** @type {const} */ ([
      ['quick', 80, 200],
      ['best', 3000, 800],
      ['notebook', 600, 200],
      ['backtrack', 100, 200],
    ])) {
      const trainer = glassbox.trainer({ recipe });
      trainer.write('train', csv);
      trainer.end('train');
      assert.deepEqual(trainer.run({ samples: 0 }), { epoch: 0, step: 0, steps, done: false });
      assert.equal(trainer.network.hiddenNodes, hiddenNodes);
      trainer.free();
    }
    const trainer = glassbox.trainer();
    assert.deepEqual(copyOf(trainer.network), copyOf(glassbox.network()));
    trainer.free();
  });

  test('it does what its run does on its records', () => {
    const trainer = glassbox.trainer(small);
    assert.equal(trainer.write('train', csv.subarray(0, csv.length - 5)), 19);
    assert.deepEqual(trainer.run({ samples: 1000 }), { epoch: 0, step: 57, steps: 114, done: false });
    assert.equal(trainer.write('train', csv.subarray(csv.length - 5)), 20);
    assert.equal(trainer.end('train'), 20);
    assert.equal(trainer.write('test', testCsv), 30);
    assert.equal(trainer.end('test'), 30);
    const { run, records, free } = loadedRun();
    assert.deepEqual(trainer.run({ samples: 1000 }), run.train({ samples: 1000 }));
    assert.deepEqual(copyOf(trainer.network), copyOf(run.network));
    assert.deepEqual(trainer.test(), glassbox.evaluate(run.network, records));
    assert.equal(trainer.test().correct, asked(run.network).correct);
    free();
    trainer.free();
  });

  test('another training file starts the run anew, another test file does not', () => {
    const trainer = loaded();
    const start = copyOf(trainer.network);
    const { step } = trainer.run({ samples: 10 });
    trainer.write('test', csv);
    trainer.end('test');
    assert.equal(trainer.run({ samples: 0 }).step, step);
    trainer.write('train', testCsv);
    assert.equal(trainer.run({ samples: 0 }).step, step);
    trainer.end('train');
    assert.deepEqual(copyOf(trainer.network), start);
    assert.deepEqual(trainer.run({ samples: 0 }), { epoch: 0, step: 0, steps: 180, done: false });
    trainer.free();
  });

  test('the file that follows a first one that failed starts the run anew', () => {
    const trainer = glassbox.trainer(small);
    const start = copyOf(trainer.network);
    trainer.write('train', testCsv);
    trainer.run({ samples: 10 });
    assert.throws(() => trainer.write('train', bytes('nonsense\n')), { name: 'CsvError', row: 31 });
    assert.equal(trainer.run({ samples: 10 }).step, 10);
    trainer.write('train', csv);
    assert.deepEqual(copyOf(trainer.network), start);
    trainer.free();
  });

  test('a saved run goes on in another trainer with the same records', () => {
    const [one, two] = [loaded(), loaded({ recipe: 'quick', hiddenNodes: 5 })];
    one.run({ samples: 50 });
    two.run({ samples: 9 });
    two.restore(one.save());
    assert.deepEqual(stateOf(two), stateOf(one));
    for (const trainer of [one, two]) trainer.run({ samples: 1e6 });
    assert.deepEqual(stateOf(two), stateOf(one));
    assert.ok(maxDifference(two.network.query(picture(1)), one.network.query(picture(1))) === 0);
    one.free();
    two.free();
  });

  test('settings that do not fit are refused', () => {
    const make = (/** @type {any} */ settings) => () => glassbox.trainer(settings);
    assertRefused(
      [
        [make({ recipe: 'toString' }), 'RangeError', /^unknown recipe 'toString'; .* backtrack$/],
        [make({ recipe: 5 }), 'RangeError', /^unknown recipe 5/],
        [
          make({ speed: 5 }),
          'TypeError',
          /^unknown 'speed' in settings; there are hiddenNodes, learningRate/,
        ],
        [make(null), 'TypeError', /^settings takes \{ hiddenNodes, .*, recipe \}, not null$/],
        [make('backtrack'), 'TypeError', /^settings takes .* not string$/],
        [make({ hiddenNodes: 1025 }), 'RangeError', /^hiddenNodes .* not 1025$/],
        [make({ learningRate: '0.1' }), 'TypeError', /^learningRate .* not '0\.1'$/],
        [make({ epochs: 1001 }), 'RangeError', /^epochs .* not 1001$/],
        [make({ epochs: 1.5 }), 'RangeError', /^epochs .* not 1\.5$/],
        [make({ angle: -1 }), 'RangeError', /^angle takes a number from 0 to 180, not -1$/],
        [make({ angle: Number.NaN }), 'RangeError', /^angle .* not NaN$/],
        [make({ records: -1 }), 'RangeError', /^records .* not -1$/],
        [make({ seed: 2 ** 32 }), 'RangeError', /^seed .* not 4294967296$/],
      ],
      () => glassbox.memoryBytes,
    );
  });

  test('what does not fit is refused, and nothing has changed', () => {
    const trainer = loaded();
    trainer.run({ samples: 7 });
    const any = /** @type {any} */ (trainer);
    assertRefused(
      [
        [() => any.write('Train', csv), 'RangeError', /^kind takes 'train' or 'test', not Train$/],
        [() => any.write('train', '1,2,3'), 'TypeError', /^bytes takes a Uint8Array, not string$/],
        [() => any.end(0), 'RangeError', /^kind .* not 0$/],
        [() => any.run(), 'TypeError', /samples/],
        [() => any.run({ samples: -1 }), 'RangeError', /^samples .* from 0 to \d+, not -1$/],
        [() => any.test({ to: 31 }), 'RangeError', /^to takes a whole number from 1 to 30, not 31$/],
        [() => any.restore('text'), 'TypeError', /^bytes takes a Uint8Array, not string$/],
        [() => any.network.free(), 'Error', /^this network belongs to its trainer: free the trainer$/],
      ],
      () => stateOf(trainer),
    );
    trainer.free();
    const empty = glassbox.trainer(small);
    assert.throws(() => empty.test(), { name: 'Error', message: /^there are no test records/ });
    empty.free();
  });

  test('one that was freed says so, and so does its network', () => {
    const trainer = loaded();
    const { network } = trainer;
    trainer.free();
    for (const call of [
      () => trainer.write('train', csv),
      () => trainer.end('train'),
      () => trainer.run({ samples: 1 }),
      () => trainer.test(),
      () => trainer.save(),
      () => trainer.restore(new Uint8Array(9)),
      () => trainer.free(),
      () => network.query(picture(1)),
      () => network.wih,
    ]) {
      assert.throws(call, { name: 'Error', message: /^this trainer was freed$/ }, `${call}`);
    }
  });
});
