// The visitor's own files beside MNIST's: what is used, what stays, what is said.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { firstRecords } from '../mnist.js';
import { idxOf, mnistOf } from './containers.js';
import { csv, rows, start } from './own-files.js';

/** @typedef {import('../../web/worker/messages.js').SetMessage} SetMessage */

const MNIST = await firstRecords('train', 600);
const REFUSED = csv('mine.csv', [rows[0], '4,0,x']);

/** Answers with MNIST's beginning, and leaves the rest to the test. @type {import('node:http').ServerResponse | null} */
let response = null;
const server = createServer((request, answer) => {
  const { length } = MNIST;
  answer.setHeader('Content-Length', length);
  if (request.url === '/whole') answer.end(MNIST);
  else {
    response = answer;
    answer.write(MNIST.subarray(0, length / 2));
  }
});
let base = '';
before(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  base = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

/** @param {string} path */
const mnist = (path) => ({ name: 'mnist_train.csv', url: base + path });

/** @typedef {import('./own-files.js').Worker} Worker */

/**
 * Trains on the half of MNIST that has come, and pauses.
 *
 * @param {Worker} worker
 * @returns {Promise<{ loading: Promise<void> }>}
 */
async function trainOnHalf(worker) {
  const loading = worker.records.loadMnist('train', mnist('/half'));
  do {
    worker.runs.play('main');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await worker.runs.pause('main');
  } while (worker.step < 200);
  assert.ok(worker.step < 600);
  return { loading };
}

test('a refused file of one’s own leaves MNIST arriving, and the run on it', async () => {
  const worker = await start();
  const { loading } = await trainOnHalf(worker);
  assert.deepEqual(await worker.records.loadOwn(REFUSED, 'train', true), []);
  const failed = worker.messages.findLast(
    (message) => message.about === 'file' && message.state === 'failed',
  );
  assert.equal(/** @type {any} */ (failed).error.code, 'csv-not-a-number');
  assert.ok(worker.step >= 200);
  response?.end(MNIST.subarray(MNIST.length / 2));
  await loading;
  worker.runs.play('main');
  await worker.until(() => worker.step === 1200);
  assert.deepEqual([worker.set('train')?.name, worker.set('train')?.own], ['mnist_train.csv', false]);
});

test('of pictures and labels, the file that is at fault is named', async () => {
  const worker = await start();
  const files = { images: mnistOf(1).images, labels: idxOf([1], [26]) };
  const sources = Object.entries(files).map(([name, bytes]) => ({ name, file: new Blob([bytes]) }));
  await worker.records.loadOwn(sources, 'train', true);
  const { name, error } = /** @type {any} */ (worker.messages.findLast(({ about }) => about === 'file'));
  assert.deepEqual([name, error.code], ['labels', 'file-idx-label']);
});

test('a good file of one’s own takes the place of MNIST while that arrives', async () => {
  const worker = await start();
  const { loading } = await trainOnHalf(worker);
  assert.deepEqual(await worker.records.loadOwn(csv('mine.csv', rows), 'train', true), ['train']);
  assert.equal(worker.step, 0);
  worker.runs.play('main');
  response?.end(MNIST.subarray(MNIST.length / 2));
  await loading;
  await worker.until(() => worker.step === 360);
  assert.equal(worker.set('train')?.name, 'mine.csv');
});

test('MNIST asked for again while it arrives is whole, whenever that is', async () => {
  const train = mnist('/half');
  for (let delay = 0; delay < 40; delay += 4) {
    const worker = await start();
    // While training records arrive, the reader of test records rests now and then.
    worker.records.loadMnist('train', train);
    const first = worker.records.loadMnist('test', mnist('/half'));
    await new Promise((resolve) => setTimeout(resolve, delay));
    await Promise.all([first, worker.records.loadMnist('test', mnist('/whole'))]);
    assert.equal(worker.set('test')?.records, 600, `${delay} ms later`);
  }
});

test('MNIST’s download ends where a file of one’s own takes its place', async () => {
  const worker = await start();
  const { loading } = await trainOnHalf(worker);
  const closed = once(/** @type {import('node:http').ServerResponse} */ (response), 'close');
  await worker.records.loadOwn(csv('mine.csv', rows), 'train', true);
  await Promise.all([closed, loading]);
});

test('MNIST’s test records do not take the place of those that were held out meanwhile', async () => {
  const worker = await start();
  const loading = worker.records.loadMnist('test', mnist('/half'));
  await worker.until(() => response?.req.url === '/half' && !response.writableEnded);
  await worker.records.loadOwn(csv('mine.csv', rows), 'train', true);
  response?.end(MNIST.subarray(MNIST.length / 2));
  await loading;
  assert.deepEqual([worker.set('test')?.name, worker.set('test')?.records], ['mine.csv', 20]);
  assert.ok(!worker.messages.some((message) => message.about === 'file' && message.state === 'failed'));
});

test('after a lost connection the run goes on where it was, as soon as the records have come', async () => {
  const worker = await start();
  const { loading } = await trainOnHalf(worker);
  response?.destroy();
  await loading;
  const { step } = worker;
  await worker.records.loadMnist('train', mnist('/whole'));
  assert.equal(worker.step, step);
  worker.runs.play('main');
  await worker.until(() => worker.step === 1200);
  const generations = worker.messages.map((message) => 'generation' in message && message.generation);
  assert.ok(!generations.includes(2));
});

test('every tenth record of one’s own training file is held out, unless it is not wanted', async () => {
  const worker = await start();
  await worker.records.loadOwn(csv('mine.csv', rows), 'train', true);
  const { name, own, heldOut, records } = /** @type {SetMessage} */ (worker.set('test'));
  assert.deepEqual(
    { name, own, heldOut, records },
    { name: 'mine.csv', own: true, heldOut: true, records: 20 },
  );
  assert.equal(worker.set('train')?.records, 180);
  await worker.records.loadOwn(csv('all.csv', rows), 'train', false);
  assert.deepEqual([worker.set('train')?.records, worker.set('train')?.heldOut], [200, false]);

  await worker.records.loadOwn(csv('mine too.csv', rows), 'train', true);
  assert.equal(worker.set('test')?.name, 'mine too.csv', 'held out anew');
  await worker.records.loadOwn(csv('test.csv', rows.slice(0, 30)), 'test', true);
  await worker.records.loadOwn(csv('again.csv', rows), 'train', true);
  assert.deepEqual([worker.set('test')?.name, worker.set('train')?.records], ['test.csv', 200]);
});

test('too few records are all for training', async () => {
  const worker = await start();
  await worker.records.loadOwn(csv('mine.csv', rows.slice(0, 9)), 'train', true);
  assert.deepEqual([worker.set('train')?.records, worker.set('test')], [9, undefined]);
});

test('a large file without a line end is refused at its beginning', async () => {
  const worker = await start();
  const file = new Blob(Array(64).fill('1'.repeat(1 << 20)));
  assert.deepEqual(await worker.records.loadOwn([{ name: 'endless.csv', file }], 'train', true), []);
  const { error, bytes } = /** @type {any} */ (
    worker.messages.findLast((message) => message.about === 'file' && message.state === 'failed')
  );
  assert.equal(error.code, 'csv-line-too-long');
  assert.ok(bytes <= 1 << 20, `${bytes} bytes were read`);
});

test('two files are told apart by name; if one is refused, what the other needs is still done', async () => {
  const worker = await start();
  const both = [...csv('my_test.csv', rows.slice(0, 30)), ...csv('my_train.csv', rows)];
  assert.deepEqual(await worker.records.loadOwn(both, 'train', true), ['test', 'train']);
  assert.deepEqual([worker.set('train')?.records, worker.set('test')?.records], [200, 30]);

  const other = await start();
  const kaggle = [
    ...csv(
      'test.csv',
      rows.map((row) => row.replace(/^\d,/, '')),
    ),
    ...csv('train.csv', rows),
  ];
  assert.deepEqual(await other.records.loadOwn(kaggle, null, true), ['train']);
  const failed = other.messages.find((message) => message.about === 'file' && message.state === 'failed');
  assert.deepEqual(
    [/** @type {any} */ (failed).name, /** @type {any} */ (failed).error.code],
    ['test.csv', 'csv-no-labels'],
  );
  assert.deepEqual([other.set('train')?.records, other.set('test')?.records], [180, 20]);
});

test('records are loaded that come together with other files, and what those are is said', async () => {
  const worker = await start();
  const picture = { name: 'me.png', file: new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)]) };
  const two = [picture, ...csv('mine_test.csv', rows)];
  assert.deepEqual(await worker.records.loadOwn(two, null, true), ['test']);
  const failed = worker.messages.filter((message) => message.about === 'file' && message.state === 'failed');
  assert.deepEqual(
    failed.map((/** @type {any} */ { name, error }) => [name, error.code]),
    [['me.png', 'file-is-picture']],
  );
  assert.equal(worker.set('test')?.name, 'mine_test.csv');
});

test('what can’t be told to be for training or testing is said, and nothing has changed', async () => {
  const worker = await start();
  assert.deepEqual(await worker.records.loadOwn(csv('a.csv', rows), null, true), []);
  const { state, error } = /** @type {any} */ (worker.messages.findLast(({ about }) => about === 'file'));
  assert.deepEqual([state, error.code], ['failed', 'file-of-unknown-set']);
  assert.equal(worker.set('train'), undefined);
});

test('a run that waits for a file goes on to its end when the file is refused, also before it is read', async () => {
  for (const file of [REFUSED, csv('page.csv', ['<!doctype html><title>404</title>'])]) {
    const worker = await start();
    const loading = worker.records.loadOwn(file, 'train', true);
    worker.runs.play('main');
    await loading;
    const isActive = () =>
      /** @type {any} */ (worker.messages.findLast(({ about }) => about === 'progress')).active;
    await worker.until(() => !isActive());
  }
});

test('nothing is held out if a test file of one’s own comes while the training file is read', async () => {
  const worker = await start();
  const many = Array.from({ length: 20 }, () => rows).flat();
  await Promise.all([
    worker.records.loadOwn(csv('mine.csv', many), 'train', true),
    worker.records.loadOwn(csv('test.csv', rows.slice(0, 30)), 'test', true),
  ]);
  assert.deepEqual([worker.set('train')?.records, worker.set('train')?.heldOut], [4000, false]);
  assert.deepEqual([worker.set('test')?.name, worker.set('test')?.records], ['test.csv', 30]);
});

test('what is asked for later wins, even if it is found earlier', async () => {
  const worker = await start();
  const both = [...csv('old_test.csv', rows), ...csv('old_train.csv', rows)];
  const old = worker.records.loadOwn(both, null, true);
  await Promise.all([
    worker.records.loadMnist('test', mnist('/whole')),
    worker.records.loadMnist('train', mnist('/whole')),
  ]);
  assert.deepEqual(await old, []);
  assert.deepEqual([worker.set('train')?.own, worker.set('test')?.own], [false, false]);
});
