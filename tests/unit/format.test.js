import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aDigit, counted, decimal, records, signed } from '../../web/ui/format.js';

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
  assert.equal(counted(1, 'moment'), '1 moment');
});
