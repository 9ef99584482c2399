import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertRefused, find, gzip, idxOf, joined, mnistOf, read } from './containers.js';

const TRAIN = mnistOf(150);
const TEST = mnistOf(150, 9);

test('MNIST’s two files are one set, in either order, packed or not, whatever their names', async () => {
  const { images, labels, records } = TRAIN;
  for (const files of /** @type {Record<string, Uint8Array>[]} */ ([
    { 'train-images-idx3-ubyte': images, 'train-labels-idx1-ubyte': labels },
    { 'train-labels.idx1-ubyte.gz': gzip(labels), 'train-images.idx3-ubyte.gz': gzip(images) },
    { 'train-images.gz': joined(gzip(images), new Uint8Array(300)), a: labels },
    { b: labels, train: images },
  ])) {
    const [set, ...others] = await find(files);
    assert.deepEqual(others, []);
    assert.equal(set.format, 'records');
    assert.equal(set.kind, 'train');
    assert.match(set.name, /^train/);
    const { bytes, last } = await read(set);
    assert.deepEqual(bytes, records);
    const total = Object.values(files).reduce((sum, { length }) => sum + length, 0);
    assert.deepEqual(last, { bytes: total, total });
  }
});

test('four files are two sets, brought together by their names', async () => {
  for (const names of [
    [
      'train-images-idx3-ubyte',
      'train-labels-idx1-ubyte',
      't10k-images-idx3-ubyte',
      't10k-labels-idx1-ubyte',
    ],
    ['train/images', 'train/labels', 'test/images', 'test/labels'],
    ['train-images.idx3-ubyte', 'train_labels', 't10k-images', 'test labels.idx1-ubyte'],
    [
      'emnist-digits-train-images-idx3-ubyte',
      'emnist-digits-train-labels-idx1-ubyte',
      'emnist-digits-test-images-idx3-ubyte',
      'emnist-digits-test-labels-idx1-ubyte',
    ],
  ]) {
    // The labels are the same: no copies, since their names tell them apart.
    const contents = [TRAIN.images, TRAIN.labels, TEST.images, TEST.labels];
    const order = [3, 0, 2, 1];
    const sets = await find(Object.fromEntries(order.map((i) => [names[i], contents[i]])));
    assert.deepEqual(
      sets.map(({ name, kind }) => [name, kind]),
      [
        [names[0], 'train'],
        [names[2], 'test'],
      ],
    );
    assert.deepEqual((await read(sets[0])).bytes, TRAIN.records);
    assert.deepEqual((await read(sets[1])).bytes, TEST.records);
  }
});

test('a set of IDX and a set of CSV may come together', async () => {
  const row = `${Array(785).fill(1).join()}\n`;
  const found = await find({ 'test.csv': row, 'train-images': TRAIN.images, 'train-labels': TRAIN.labels });
  assert.deepEqual(
    found.map(({ kind, format }) => [kind, format]),
    [
      ['test', 'csv'],
      ['train', 'records'],
    ],
  );
});

test('pictures without labels are refused, and labels without pictures: what is missing is named', async () => {
  await assertRefused(
    { 'train-images-idx3-ubyte.gz': gzip(TRAIN.images) },
    {
      code: 'file-idx-without-labels',
      file: 'train-images-idx3-ubyte.gz',
      message: /together with the file of its labels, which may be called train-labels-idx1-ubyte\.gz\./,
    },
  );
  await assertRefused(
    { 't10k-labels.idx1-ubyte': TEST.labels },
    { code: 'file-idx-without-images', message: /called t10k-images\.idx3-ubyte\./ },
  );
  await assertRefused(
    { digits: TEST.images },
    { code: 'file-idx-without-labels', message: /called train-labels-idx1-ubyte/ },
  );
  await assertRefused(
    { 'train-images': TRAIN.images, 'train-labels': TRAIN.labels, 't10k-images': TEST.images },
    { code: 'file-idx-without-labels', file: 't10k-images', message: /called t10k-labels/ },
  );
  // Of one size, but of two sets.
  await assertRefused(
    { 'train-images': TRAIN.images, 't10k-labels': TEST.labels },
    { code: 'file-idx-without-labels', file: 'train-images', message: /called train-labels/ },
  );
});

test('IDX files that do not hold digits are refused with the figures', async () => {
  const { images, labels } = mnistOf(3);
  const letters = idxOf([3], [1, 26, 3]);
  const zeros = (/** @type {number} */ length) => new Uint8Array(length);
  for (const [files, code, message] of /** @type {[Record<string, Uint8Array>, string, RegExp][]} */ ([
    [{ a: idxOf([3, 28, 28], zeros(3 * 784 * 4), 13), labels }, 'file-idx-type', /holds 32-bit floats/],
    [{ a: idxOf([3, 32, 32], zeros(3072)), labels }, 'file-idx-shape', /shape 3 × 32 × 32\. .* 28 × 28/],
    [{ a: idxOf([3, 784], zeros(2352)), labels }, 'file-idx-shape', /shape 3 × 784\./],
    [{ a: idxOf([0, 28, 28], []), labels }, 'file-idx-empty', /holds nothing/],
    [{ a: images.subarray(0, 9), labels }, 'file-idx-header-cut', /cut off near its start/],
    [
      { images, labels: mnistOf(1200).labels },
      'file-idx-counts',
      /holds 3 pictures, but labels holds 1,200 labels/,
    ],
    [{ images: images.subarray(0, -1), labels }, 'file-idx-images-cut', /ends after 2 of 3 pictures/],
    [{ images: gzip(images.subarray(0, 1000)), labels }, 'file-idx-images-cut', /ends after 1 of 3 pictures/],
    [{ images, labels: labels.subarray(0, -1) }, 'file-idx-labels-cut', /ends after 2 of 3 labels/],
    [{ images: joined(images, [0]), labels }, 'file-idx-goes-on', /after the 3 pictures/],
    [{ images, labels: joined(labels, [0]) }, 'file-idx-goes-on', /after the 3 pictures/],
    [{ images, labels: letters }, 'file-idx-label', /Label 2 in this file is 26/],
  ])) {
    await assertRefused(files, { code, message });
  }
});
