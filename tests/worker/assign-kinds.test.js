import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assignKinds } from '../../web/worker/files/assign-kinds.js';
import { kindOf } from '../../web/worker/files/set-names.js';

/** @typedef {import('../../web/worker/files/find-record-files.js').RecordFile} RecordFile */

/** @param {string[]} names @returns {RecordFile[]} */
const filesOf = (...names) =>
  names.map((name) => ({ name, kind: kindOf(name), format: 'csv', open: () => assert.fail('opened') }));

/** @param {RecordFile[]} files @param {'train' | 'test' | null} kind */
const assigned = (files, kind) =>
  Object.fromEntries(Object.entries(assignKinds(files, kind)).map(([to, { name }]) => [to, name]));

test('one file goes where it was put, else where its name says', () => {
  assert.deepEqual(assigned(filesOf('digits.csv'), 'test'), { test: 'digits.csv' });
  assert.deepEqual(assigned(filesOf('train.csv'), 'test'), { test: 'train.csv' });
  assert.deepEqual(assigned(filesOf('train.csv'), null), { train: 'train.csv' });
  assert.throws(() => assignKinds(filesOf('digits.csv'), null), {
    name: 'FileError',
    code: 'file-of-unknown-set',
    message: /Drop it on one of the two fields/,
  });
});

test('two files are told apart by their names, of which one suffices', () => {
  for (const kind of /** @type {const} */ ([null, 'train', 'test'])) {
    assert.deepEqual(assigned(filesOf('test.csv', 'train.csv'), kind), {
      train: 'train.csv',
      test: 'test.csv',
    });
    assert.deepEqual(assigned(filesOf('a.csv', 'test.csv'), kind), { train: 'a.csv', test: 'test.csv' });
    assert.deepEqual(assigned(filesOf('train.csv', 'a.csv'), kind), { train: 'train.csv', test: 'a.csv' });
    for (const names of [
      ['a.csv', 'b.csv'],
      ['train1.csv', 'train2.csv'],
    ]) {
      assert.throws(() => assignKinds(filesOf(...names), kind), {
        name: 'FileError',
        code: 'files-of-unknown-sets',
      });
    }
  }
});

test('of several files, the only one for training and the only one for testing are taken', () => {
  const kaggle = filesOf('sample_submission.csv', 'test.csv', 'train.csv');
  assert.deepEqual(assigned(kaggle, null), { train: 'train.csv', test: 'test.csv' });
  for (const names of [
    ['train.csv', 'test.csv', 'validation.csv'],
    ['train.csv', 'a.csv', 'b.csv'],
  ]) {
    assert.throws(() => assignKinds(filesOf(...names), null), { code: 'files-of-unknown-sets' });
  }
});

test('of a set that is there twice, as in the archive of Fashion-MNIST, the original files are taken', () => {
  const files = filesOf(
    'fashion-mnist_test.csv',
    't10k-images-idx3-ubyte',
    'fashion-mnist_train.csv',
    'train-images-idx3-ubyte',
  );
  for (const file of files) if (file.name.endsWith('ubyte')) file.format = 'records';
  const [testCsv, testOriginal, trainCsv, trainOriginal] = files;
  assert.deepEqual(assigned(files, null), {
    train: 'train-images-idx3-ubyte',
    test: 't10k-images-idx3-ubyte',
  });
  assert.deepEqual(assigned([trainCsv, trainOriginal], null), { train: 'train-images-idx3-ubyte' });
  assert.deepEqual(assigned([testCsv, trainCsv, testOriginal], null), {
    train: 'fashion-mnist_train.csv',
    test: 't10k-images-idx3-ubyte',
  });
});
