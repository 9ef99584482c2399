// What is odd about the visitor's own records is told, and put right.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv, rows, start } from './own-files.js';

/** Changes the fields of each row. @param {(fields: string[]) => string[]} change */
const changed = (change) =>
  csv(
    'odd.csv',
    rows.map((row) => change(row.split(',')).join(',')),
  );

/** @type {[code: string, file: { name: string, file: Blob }[]][]} */
const ODD = [
  ['label-last', changed(([label, ...pixels]) => [...pixels, label])],
  [
    'light-ground',
    changed(([label, ...pixels]) => [label, ...pixels.map((pixel) => `${255 - Number(pixel)}`)]),
  ],
  [
    'faint',
    changed(([label, ...pixels]) => [label, ...pixels.map((pixel) => `${Math.round(Number(pixel) / 255)}`)]),
  ],
  [
    'faint',
    changed(([label, ...pixels]) => [label, ...pixels.map((pixel) => `${Math.round(Number(pixel) / 2.55)}`)]),
  ],
  [
    'turned',
    changed(([label, ...pixels]) => [
      label,
      ...pixels.map((_, i) => pixels[28 * (i % 28) + Math.floor(i / 28)]),
    ]),
  ],
];

for (const [i, [code, file]] of ODD.entries()) {
  test(`an odd file (${i}: ${code}) is told, and put right with what was held out of it`, async () => {
    const worker = await start();
    await worker.records.loadOwn(file, 'train', true);
    worker.runs.play('main');
    await worker.until(() => worker.step === 360);
    const oddity = worker.set('train')?.oddity;
    assert.equal(oddity?.code, code);
    assert.equal(worker.set('test')?.oddity?.code, code);
    worker.records.correct(
      'train',
      /** @type {import('../../web/glassbox.js').Correction} */ (oddity?.correction),
    );
    assert.equal(worker.set('train')?.oddity, null);
    assert.equal(worker.set('test')?.oddity, null);
    assert.equal(worker.step, 0, 'the run starts again');
  });
}

test('a file is loaded again as it was: put right, and with records held out or not', async () => {
  const [[, file]] = ODD.slice(1);
  const corrections = { train: [/** @type {const} */ ('invert')] };
  for (const heldOut of [true, false]) {
    const worker = await start();
    await worker.records.loadOwn(csv('test.csv', rows.slice(0, 30)), 'test', true);
    await worker.records.loadOwn(file, 'train', !heldOut, { heldOut, corrections });
    assert.deepEqual(worker.set('train')?.records, heldOut ? 180 : 200);
    assert.equal(worker.set('train')?.heldOut, heldOut);
    assert.equal(worker.set('train')?.oddity, null);
    assert.equal(worker.set('test')?.name, 'test.csv');
  }
});

test('labels in the last column of dark pictures on light are told, whatever the scale and the order', async () => {
  const sorted = [...rows].sort((a, b) => Number(a[0]) - Number(b[0]));
  for (const scale of [1, 255]) {
    for (const order of [rows, sorted]) {
      const odd = order.map((row) => {
        const [label, ...pixels] = row.split(',');
        return [...pixels.map((pixel) => `${(1 - Number(pixel) / 255) * scale}`), label].join(',');
      });
      const worker = await start();
      await worker.records.loadOwn(csv('odd.csv', odd), 'train', false);
      /** @type {string[]} */
      const told = [];
      for (
        let oddity = worker.set('train')?.oddity;
        oddity?.correction;
        oddity = worker.set('train')?.oddity
      ) {
        told.push(oddity.code);
        worker.records.correct('train', oddity.correction);
      }
      // 255 is no label, so that nobody has to be asked.
      assert.deepEqual(told, scale === 1 ? ['label-last', 'light-ground'] : ['light-ground']);
      assert.equal(worker.set('train')?.oddity, null);
    }
  }
});

test('a file of one label is told, Fashion-MNIST’s like and MNIST itself are not odd', async () => {
  const worker = await start();
  const sevens = csv(
    'sevens.csv',
    rows.filter((row) => row.startsWith('7,')),
  );
  await worker.records.loadOwn(sevens, 'test', true);
  assert.deepEqual(worker.set('test')?.oddity, { code: 'one-label', correction: null });
  await worker.records.loadOwn(csv('mnist.csv', rows), 'test', true);
  assert.equal(worker.set('test')?.oddity, null);
  // Labels that say nothing about the pictures.
  await worker.records.loadOwn(
    changed(([label, ...pixels]) => [`${(Number(label) * 7 + 3) % 10}`, ...pixels]),
    'test',
    true,
  );
  assert.equal(worker.set('test')?.oddity, null);
});

test('what was held out is as odd as the rest of its file, whatever labels it has by chance', async () => {
  const worker = await start();
  const sevens = rows.filter((row) => row.startsWith('7,'));
  const others = rows.filter((row) => !row.startsWith('7,'));
  // The first and the last of each ten.
  const mixed = [0, 1].flatMap((i) => [sevens[2 * i], ...others.slice(8 * i, 8 * i + 8), sevens[2 * i + 1]]);
  await worker.records.loadOwn(csv('mine.csv', mixed), 'train', true);
  assert.deepEqual([worker.set('test')?.records, worker.set('test')?.oddity], [2, null]);
});

test('a second click corrects nothing more', async () => {
  const worker = await start();
  await worker.records.loadOwn(ODD[0][1], 'train', true);
  worker.records.correct('train', 'label');
  const { length } = worker.messages;
  worker.records.correct('train', 'label');
  assert.equal(worker.messages.length, length);
  assert.equal(worker.set('train')?.oddity, null);
});

test('records held out of an earlier file are not corrected with another', async () => {
  const worker = await start();
  await worker.records.loadOwn(csv('mine.csv', rows), 'train', true);
  const [[, inverted]] = ODD.filter(([code]) => code === 'light-ground');
  await worker.records.loadOwn(inverted, 'train', false);
  worker.records.correct('train', 'invert');
  assert.deepEqual([worker.set('train')?.oddity, worker.set('test')?.oddity], [null, null]);
});
