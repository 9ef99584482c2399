import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aDigit,
  compact,
  decimal,
  list,
  ordinal,
  percent,
  plural,
  quantity,
  records,
  signed,
  significant,
  whole,
} from '../../web/ui/format.js';

test('a number has its sign, and none where it rounds to nothing', () => {
  assert.deepEqual(
    [0.314, -1.2].map((value) => signed(value)),
    ['+0.31', '−1.20'],
  );
  assert.deepEqual(
    [0.0004, -0.0004, 0].map((value) => signed(value, 3)),
    ['0.000', '0.000', '0.000'],
  );
  assert.deepEqual(
    [-1.2, -0.004].map((value) => decimal(value)),
    ['−1.20', '0.00'],
  );
});

test('a digit has its article, and a count its plural', () => {
  assert.deepEqual([3, 8].map(aDigit), ['a 3', 'an 8']);
  assert.deepEqual([0, 1, 12_345].map(records), ['0 records', '1 record', '12,345 records']);
});

test('numbers are written as the language does, with a true minus sign', () => {
  assert.deepEqual([12_345, -3, 0.4].map(whole), ['12,345', '−3', '0']);
  assert.equal(decimal(12_345.678), '12345.68');
  assert.deepEqual(
    [0.2, 0.001_26, 0].map((value) => significant(value)),
    ['0.2', '0.00126', '0'],
  );
  assert.equal(significant(0.001_26, 2), '0.0013');
  assert.deepEqual([500, 12_000, 1_800_000].map(compact), ['500', '12K', '1.8M']);
  assert.deepEqual([percent(0.9712), percent(1, 0)], ['97.12\u00a0%', '100\u00a0%'], 'on one line');
  assert.deepEqual([quantity(90, 'second'), quantity(1.46, 'megabyte', 1)], ['90 sec', '1.5 MB']);
});

test('a count chooses the text that goes with it', () => {
  const texts = { one: '# stroke left', other: '# strokes left' };
  assert.deepEqual(
    [0, 1, 2000].map((count) => plural(count, texts)),
    ['0 strokes left', '1 stroke left', '2,000 strokes left'],
  );
});

test('so does a position', () => {
  const texts = { one: '#st', two: '#nd', few: '#rd', other: '#th' };
  assert.deepEqual(
    [0, 1, 2, 3, 10, 20].map((index) => ordinal(index, texts)),
    ['1st', '2nd', '3rd', '4th', '11th', '21st'],
  );
});

test('a list is joined as the language does', () => {
  assert.deepEqual(
    [['3'], ['3', '8']].map((items) => list(items)),
    ['3', '3 and 8'],
  );
  assert.equal(list(['1', '2', '3'], 'disjunction'), '1, 2, or 3');
  assert.equal(list(['1', '2', '3'], 'unit'), '1, 2, 3');
});
