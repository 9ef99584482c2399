// Records as JavaScript has them: files in, errors after which nothing has changed.

import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { describe, test } from 'node:test';
import { CsvError, loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { NO_DIGIT } from '../../web/shared/shape.js';
import { mnistPath } from '../mnist.js';
import { assertRefused } from './contract.js';
import { bytes, csv, glassbox, load, loadedRecords, loadedRun, small, stateOf, testCsv } from './fixtures.js';

/** All that can be seen of records. @param {import('../../web/glassbox.js').Records} records */
function contentsOf(records) {
  return /** @type {const} */ (['train', 'test']).map((kind) =>
    Array.from({ length: records.count(kind) }, (_, index) => records.record(kind, index)),
  );
}

describe('records', () => {
  test('writing tells the records so far, ending all of them', () => {
    const records = glassbox.records();
    const lines = new TextDecoder().decode(csv).split('\n');
    assert.equal(records.write('train', bytes(lines[0])), 0);
    assert.equal(records.write('train', bytes(`\n${lines[1]}\n${lines[2]}`)), 2);
    assert.equal(records.write('train', new Uint8Array(0)), 2);
    assert.equal(records.end('train'), 3);
    assert.equal(records.write('test', testCsv), 30);
    assert.equal(records.count('test'), 0);
    assert.equal(records.end('test'), 30);
    assert.deepEqual([records.count('train'), records.count('test')], [3, 30]);
    records.free();
  });

  test('they can be looked at', () => {
    const records = glassbox.records();
    records.write('train', csv.subarray(0, csv.length - 5));
    load(records, 'test', testCsv);
    for (const [kind, file, count] of /** @type {const} */ ([
      ['train', csv, 19],
      ['test', testCsv, 30],
    ])) {
      const lines = new TextDecoder().decode(file).split('\n');
      for (const index of [0, 7, count - 1]) {
        const [label, ...pixels] = lines[index].split(',').map(Number);
        assert.deepEqual(records.record(kind, index), { label, pixels: Uint8Array.from(pixels) });
      }
      records.record(kind, 0).pixels.fill(7);
      assert.equal(records.record(kind, 0).pixels[0], 0);
      const takes = `^index takes a whole number from 0 to ${count - 1}, not ${count}$`;
      assert.throws(() => records.record(kind, count), { name: 'RangeError', message: new RegExp(takes) });
    }
    records.free();
  });

  test('pictures of no digit are taken beside records, for training alone', () => {
    const records = glassbox.records();
    const [first] = new TextDecoder().decode(csv).split('\n');
    records.add('train', Uint8Array.from(first.split(','), Number));
    const picture = Uint8Array.from({ length: 784 }, (_, i) => i % 256);
    assert.equal(records.addNoDigits('train', picture), 2);
    assert.equal(records.end('train'), 2);
    assert.deepEqual(records.record('train', 1), { label: NO_DIGIT, pixels: picture });
    const state = () => contentsOf(records);
    const odd = () => records.addNoDigits('train', new Uint8Array(785));
    assertRefused([[odd, 'RangeError', /^pixels takes a multiple of 784 bytes, not 785$/]], state);
    records.free();
  });

  test('a file that is wrong throws a CsvError that says where and why', () => {
    const [line] = new TextDecoder().decode(csv).split('\n');
    const fields = line.split(',');
    const withField = (/** @type {number} */ column, /** @type {string} */ field) =>
      [...fields.slice(0, column - 1), field, ...fields.slice(column)].join(',');
    /** @type {[text: string, row: number, column: number, reason: RegExp][]} */
    const cases = [
      [`${line}\n${withField(7, 'x')}`, 2, 7, /^There is ‘x’ where a number belongs\.$/],
      [withField(8, '1 2'), 1, 8, /^There is a space where a number belongs\.$/],
      [withField(9, '1\t1'), 1, 9, /^There is a tab where a number belongs\.$/],
      [
        withField(11, '\u00b5'),
        1,
        11,
        /^There is the byte 194, which is not text, where a number belongs\.$/,
      ],
      [`${line}\n${line}\n${withField(785, '')}`, 3, 785, /^There is nothing where a number belongs\.$/],
      [withField(1, '10'), 1, 1, /^The label is not a digit from 0 to 9\.$/],
      [withField(300, '256'), 1, 300, /^The pixel is outside 0 to 255/],
      [withField(2, '-3'), 1, 2, /^The pixel is outside 0 to 255/],
      [fields.slice(0, 5).join(), 1, 5, /^The row ends here\. A record has 785 columns/],
      [`${line},0`, 1, 786, /^The row goes on\. A record has 785 columns/],
      [fields.slice(1).join(), 1, 784, /^The row has pixels but no label/],
      [`${line}\n${'0'.repeat(70_000)}`, 2, 1, /^The line goes on for more than 65,536 bytes/],
      ['', 1, 1, /^This file holds no records/],
    ];
    for (const kind of /** @type {const} */ (['train', 'test'])) {
      for (const ending of ['', '\n']) {
        for (const [text, row, column, reason] of cases) {
          const { records, run, free } = loadedRun();
          run.train({ samples: 3 });
          const before = [stateOf(run), contentsOf(records)];
          assert.throws(
            () => {
              records.write(kind, bytes(text + ending));
              records.end(kind);
            },
            (/** @type {unknown} */ error) => {
              assert.ok(error instanceof CsvError && error instanceof Error);
              assert.equal(error.name, 'CsvError');
              assert.deepEqual([error.row, error.column], [row, column], text.slice(-40));
              assert.match(error.reason, reason);
              const place = /no records/.test(error.reason) ? '' : `Row ${row}, column ${column}: `;
              assert.equal(error.message, place + error.reason);
              return true;
            },
          );
          assert.equal(run.restartIfStale(), false);
          assert.deepEqual([stateOf(run), contentsOf(records)], before);
          assert.equal(records.write(kind, csv), 20);
          assert.equal(records.end(kind), 20);
          free();
        }
      }
    }
  });

  test('an error far into a big piece is told, and the rest of the piece is dropped', () => {
    const records = glassbox.records();
    const good = new TextDecoder().decode(csv);
    const big = `${good.repeat(30)}nonsense\n${good.repeat(10)}`;
    assert.ok(big.length > 1 << 20);
    assert.throws(() => records.write('train', bytes(big)), { name: 'CsvError', row: 601, column: 1 });
    assert.equal(records.count('train'), 0);
    assert.equal(records.write('train', csv), 20);
    assert.equal(records.end('train'), 20);
    records.free();
  });

  test('an abandoned file leaves what was loaded before', () => {
    const { records, run, free } = loadedRun();
    run.train({ samples: 3 });
    for (const kind of /** @type {const} */ (['train', 'test'])) {
      const before = [stateOf(run), contentsOf(records)];
      records.write(kind, csv.subarray(0, 5000));
      records.abandon(kind);
      assert.equal(run.restartIfStale(), false);
      assert.deepEqual([stateOf(run), contentsOf(records)], before);
      load(records, kind, testCsv);
      run.restartIfStale();
    }
    assert.deepEqual([records.count('train'), records.count('test')], [30, 30]);
    free();
  });

  test('what does not fit is refused, and nothing has changed', () => {
    const records = loadedRecords();
    const any = /** @type {any} */ (records);
    assertRefused(
      [
        [() => any.write('Train', csv), 'RangeError', /^kind takes 'train' or 'test', not Train$/],
        [() => any.write(undefined, csv), 'RangeError', /^kind .* not undefined$/],
        [() => any.end(0), 'RangeError', /^kind .* not 0$/],
        [() => any.abandon(), 'RangeError', /^kind .* not undefined$/],
        [() => any.count('toString'), 'RangeError', /^kind .* not toString$/],
        [() => any.write('train', '1,2,3'), 'TypeError', /^bytes takes a Uint8Array, not string$/],
        [() => any.write('train', [1, 2]), 'TypeError', /^bytes takes a Uint8Array, not Array$/],
        [() => any.write('train'), 'TypeError', /^bytes takes a Uint8Array, not undefined$/],
        [() => any.record('train', 20), 'RangeError', /^index takes a whole number from 0 to 19, not 20$/],
        [() => any.record('test', -1), 'RangeError', /^index .* from 0 to 29, not -1$/],
        [() => any.record('train', '1'), 'TypeError', /^index takes a number, not string$/],
        [() => any.record('both', 1), 'RangeError', /^kind takes 'train' or 'test', not both$/],
      ],
      () => contentsOf(records),
    );
    records.free();
  });

  test('whole records are taken like text, and a label that is none is refused', () => {
    const records = loadedRecords();
    const wanted = contentsOf(records)[1];
    const raw = Uint8Array.from(wanted.flatMap(({ label, pixels }) => [label, ...pixels]));
    assert.equal(records.add('train', raw.subarray(0, 785 * 7)), 7);
    assert.equal(records.add('train', raw.subarray(785 * 7)), 30);
    assert.equal(records.end('train'), 30);
    assert.deepEqual(contentsOf(records)[0], wanted);
    assert.throws(() => records.add('train', raw.subarray(1)), {
      name: 'RangeError',
      message: 'bytes takes a multiple of 785 bytes, not 23549',
    });
    raw[785] = 17;
    assert.throws(() => records.add('train', raw), {
      name: 'RangeError',
      message: 'A label in this file is not a digit from 0 to 9.',
    });
    assert.deepEqual(contentsOf(records)[0], wanted);
    records.free();
  });

  test('a set is taken over, and its tenth record held out', () => {
    const { records, run, free } = loadedRun();
    run.train({ samples: 3 });
    const other = loadedRecords();
    records.takeOver('train', other);
    assert.equal(run.restartIfStale(), false, 'the same records');
    assert.equal(other.count('train'), 0);
    load(other, 'train', testCsv);
    const wanted = contentsOf(other)[0];
    other.holdOut(10);
    assert.deepEqual(contentsOf(other)[1], [wanted[9], wanted[19], wanted[29]]);
    records.takeOver('train', other);
    records.takeOver('test', other);
    assert.equal(run.restartIfStale(), true, 'other records');
    assert.deepEqual(
      contentsOf(records),
      [0, 1].map((held) => wanted.filter((_, index) => (index % 10 === 9) === (held === 1))),
    );
    other.free();
    free();
  });

  test('pictures that lie on their side, light ground and other oddities are seen and put right', async () => {
    const reader = await glassbox.pretrained();
    const { records, run, free } = loadedRun();
    const plain = contentsOf(records);
    const { labels, ground, highest, lastIsLabel } = records.inspect('train');
    assert.deepEqual(
      labels,
      Array.from({ length: 10 }, (_, digit) => plain[0].filter(({ label }) => label === digit).length),
    );
    assert.ok(ground === 0 && highest > 200 && !lastIsLabel, `${[ground, highest, lastIsLabel]}`);
    assert.ok(records.readTurned('train', reader)[0] > 0.9);

    run.train({ samples: 3 });
    records.correct('train', 1);
    assert.equal(run.restartIfStale(), true);
    const shares = records.readTurned('train', reader);
    assert.ok(shares[1] > 0.9 && shares[0] < 0.7, `${shares}`);
    assert.equal(records.record('train', 0).pixels[28 * 9 + 14], plain[0][0].pixels[28 * 14 + 9]);
    records.correct('train', 1);

    records.correct('test', 'invert');
    assert.ok(records.inspect('test').ground > 250);
    records.correct('test', 'invert');
    assert.deepEqual(contentsOf(records), plain);
    records.add('test', Uint8Array.of(3, ...Array(784).fill(10)));
    records.end('test');
    assert.throws(() => records.correct('test', 'label'), { name: 'RangeError', message: /^A label in / });
    assert.equal(records.record('test', 0).label, 3);
    reader.free();
    free();
  });

  test('looking at records that are not there says so', () => {
    const records = glassbox.records();
    for (const kind of /** @type {const} */ (['train', 'test'])) {
      const message = new RegExp(`^index takes one of the ${kind} records, and there are none$`);
      assert.throws(() => records.record(kind, 0), { name: 'RangeError', message });
    }
    records.free();
  });

  test('they cannot be freed while a run uses them, and say so once they were', () => {
    const records = loadedRecords();
    for (const run of [glassbox.run(records, small), glassbox.run(records, small)]) {
      const message = /^these records are used by a run: free the run first$/;
      assert.throws(() => records.free(), { name: 'Error', message });
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

  test('both files of MNIST fit into 128 MB, again and again; a second run adds less than 8 MB', {
    timeout: 120_000,
  }, async (t) => {
    const own = await loadGlassbox();
    const records = own.records();
    for (const kind of /** @type {const} */ (['train', 'test'])) {
      for await (const chunk of createReadStream(mnistPath(kind))) records.write(kind, chunk);
      records.end(kind);
    }
    assert.deepEqual([records.count('train'), records.count('test')], [60_000, 10_000]);
    const run = own.run(records, recipeSettings('notebook'));
    run.train({ samples: 30 });
    own.evaluate(run.network, records, { to: 10 });
    const size = own.memoryBytes;
    t.diagnostic(`${(size / 2 ** 20).toFixed(1)} MB`);
    assert.ok(size <= 128 * 2 ** 20, `${size} bytes`);

    const second = own.run(records, recipeSettings('quick'));
    second.train({ samples: 70_000 });
    const added = own.memoryBytes - size;
    t.diagnostic(`a second run adds ${(added / 2 ** 20).toFixed(1)} MB`);
    assert.ok(added < 8 * 2 ** 20, `${added} bytes`);
    second.free();
    run.free();
    records.free();

    const whole = own.memoryBytes;
    const again = own.records();
    for await (const chunk of createReadStream(mnistPath('train'))) again.write('train', chunk);
    again.end('train');
    assert.equal(own.memoryBytes, whole, 'freed memory is not used again');
  });
});
