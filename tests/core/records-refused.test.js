// What records refuse, and how: nothing has changed after an error.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CsvError } from '../../web/glassbox.js';
import { assertRefused } from './contract.js';
import { bytes, contentsOf, csv, glassbox, loadedRecords, loadedRun, small, stateOf } from './fixtures.js';

describe('records', () => {
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
});
