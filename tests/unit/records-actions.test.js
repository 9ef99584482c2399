// Which files the page asks the worker for.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMnist } from '../../web/features/records/actions.js';
import { takeSet } from '../../web/features/records/state.js';
import { mixture } from '../../web/features/records/texts.js';
import { file, watchedPage } from './watched-records.js';

test('with a test file of one’s own alone, Train loads MNIST to learn from', async () => {
  const page = watchedPage();
  page.actions.loadFiles(file('test.csv'), 'test');
  await page.end(['test']);
  page.asked();
  page.train();
  assert.deepEqual(page.asked(), ['MNIST train']);
});

test('with a training file of one’s own of which nothing is held out, Train loads MNIST to test with', async () => {
  const page = watchedPage();
  page.actions.setHoldOut(false);
  page.actions.loadFiles(file('train.csv'), 'train');
  await page.end(['train']);
  assert.deepEqual(page.asked(), ['train.csv']);
  page.train();
  assert.deepEqual(page.asked(), ['MNIST test']);

  // It may be too small for that.
  const small = watchedPage();
  small.actions.loadFiles(file('train.csv'), 'train');
  await small.end(['train']);
  small.asked();
  small.train();
  assert.deepEqual(small.asked(), ['MNIST test']);
});

test('after a restart, one’s own files are loaded again, once, and MNIST for what they lack', async () => {
  const page = watchedPage();
  page.actions.loadFiles(file('train.csv'), 'train');
  await page.end(['train'], true);
  page.restart();
  page.asked();
  page.train();
  assert.deepEqual(page.asked(), ['train.csv, hold out']);
  await page.end(['train'], true);

  page.actions.setHoldOut(false);
  await page.end(['train']);
  assert.deepEqual(page.asked(), ['train.csv', 'MNIST test'], 'which are asked for once');
  page.restart();
  page.train();
  assert.deepEqual(page.asked(), ['MNIST test', 'train.csv']);
});

test('after a restart, all of one’s own files are loaded again, as they were', async () => {
  const page = watchedPage();
  page.actions.loadFiles(file('train.csv'), 'train');
  await page.end(['train'], true);
  const { loaded } = page.state.records.test;
  if (loaded) loaded.oddity = { code: 'light-ground', correction: 'invert' };
  await page.actions.correctRecords('test');
  page.actions.loadFiles(file('test.csv'), 'test');
  await page.end(['test']);
  page.restart();
  page.asked();
  page.before();
  page.train();
  assert.deepEqual(page.asked(), ['train.csv, hold out', 'test.csv, hold out']);
  assert.deepEqual(page.before(), [
    { heldOut: true, corrections: { train: ['invert'] } },
    { heldOut: false, corrections: undefined },
  ]);
  page.restart();
  page.actions.setHoldOut(false);
  page.train();
  assert.deepEqual(
    page.before().map(({ heldOut }) => heldOut),
    [undefined, undefined],
    'the visitor has decided anew',
  );
});

test('a file that is refused when it is loaded again is not asked for once more', async () => {
  const page = watchedPage();
  page.actions.loadFiles(file('train.csv'), 'train');
  await page.end(['train'], true);
  page.restart();
  page.train();
  await page.end([]);
  page.asked();
  page.train();
  assert.deepEqual(page.asked(), ['MNIST test', 'MNIST train']);
});

test('files are not forgotten if the worker dies while it loads them again', async () => {
  const page = watchedPage();
  page.actions.loadFiles(file('train.csv'), 'train');
  await page.end(['train'], true);
  page.restart();
  page.train();
  page.fail();
  await new Promise(setImmediate);
  page.restart();
  page.asked();
  page.train();
  assert.deepEqual(page.asked(), ['train.csv, hold out']);
});

test('what is decided about holding out while a file is loading holds for that file', async () => {
  const page = watchedPage();
  page.actions.loadFiles(file('train.csv'), 'train');
  page.actions.setHoldOut(false);
  await page.end(['train'], true);
  assert.deepEqual(page.asked(), ['train.csv, hold out', 'train.csv']);
});

test('a drop before the page is ready is answered, and asks the worker nothing', () => {
  const page = watchedPage();
  page.state.ready = false;
  const dropped = /** @type {any} */ ({ items: [], files: file('train.csv') });
  page.actions.dropFiles(dropped, 'train');
  assert.deepEqual(page.asked(), []);
  assert.deepEqual(page.problems, ['The page is not ready yet. Wait a moment, then drop the files again.']);
  assert.equal(page.state.records.train.own, null);
});

test('of two loads at once, the end of one leaves the other arriving', async () => {
  const page = watchedPage();
  const { train, test } = page.state.records;
  page.actions.loadFiles(file('test.csv'), 'test');
  page.actions.loadFiles(file('train.csv'), 'train');
  await page.end(['test']);
  assert.deepEqual([train.own?.state, test.own], ['arriving', null]);
  page.asked();
  page.train();
  assert.deepEqual(page.asked(), [], 'MNIST would take the place of the file');
  await page.end(['train']);
  assert.equal(train.own, null);
});

test('MNIST’s test records are fetched only if the files that are loading bring none', async () => {
  for (const holdOut of [true, false]) {
    const page = watchedPage();
    page.actions.setHoldOut(holdOut);
    page.actions.loadFiles([...file('a_train.csv'), ...file('a_test.csv')], null);
    page.asked();
    page.train();
    await page.end(['test', 'train']);
    assert.deepEqual(page.asked(), [], 'both have come');

    page.restart();
    page.state.records.own = [];
    page.actions.loadFiles(file('refused.csv'), 'train');
    page.asked();
    page.train();
    assert.deepEqual(page.asked(), []);
    await page.end([]);
    assert.deepEqual(page.asked(), ['MNIST test'], 'for the tabs that show them');
  }
});

test('Use MNIST stops a file that is arriving', async () => {
  const page = watchedPage();
  const { train } = page.state.records;
  train.loaded = { name: 'mnist_train.csv.gz', own: false, heldOut: false, records: 60000, oddity: null };
  assert.ok(isMnist(train));
  page.actions.loadFiles(file('large.csv'), 'train');
  assert.ok(!isMnist(train));
  page.asked();
  page.actions.useMnist();
  assert.deepEqual(page.asked(), ['MNIST train', 'MNIST test']);
  assert.equal(train.own, null);
  await page.end(['train']);
  page.actions.loadFiles(file('both.zip'), 'test');
  page.asked();
  page.actions.useMnist();
  assert.deepEqual(page.asked(), ['MNIST train', 'MNIST test'], 'it may be for training, too');
});

test('files whose records MNIST’s have replaced are not loaded again', async () => {
  const page = watchedPage();
  page.actions.loadFiles([...file('a_train.csv'), ...file('a_test.csv')], null);
  page.actions.useMnist();
  // They had come before the worker heard of that.
  await page.end(['test', 'train']);
  const set = { name: 'mnist', own: false, heldOut: false, records: 60000, oddity: null };
  takeSet(page.state.records, { about: 'set', kind: 'train', ...set });
  assert.deepEqual(
    page.state.records.own.map(({ kinds }) => kinds),
    [['test']],
  );
  takeSet(page.state.records, { about: 'set', kind: 'test', ...set });
  assert.deepEqual(page.state.records.own, []);
});

test('MNIST’s test records take the place of those that were held out of an earlier training file', async () => {
  const page = watchedPage();
  page.actions.loadFiles(file('mine.csv'), 'train');
  await page.end(['train'], true);
  assert.equal(mixture(page.state.records), '');
  page.actions.loadFiles(file('small.csv'), 'train');
  await page.end(['train']);
  assert.deepEqual(page.asked(), ['mine.csv, hold out', 'small.csv, hold out', 'MNIST test']);
  assert.match(mixture(page.state.records), /held out of another file/, 'until they have come');
});

test('a folder or a link that is dropped is answered; a file may come with its link', () => {
  const { actions, problems, asked } = watchedPage();
  const drop = (/** @type {object} */ what) => actions.dropFiles(/** @type {DataTransfer} */ (what), 'train');
  const folder = { webkitGetAsEntry: () => ({ isDirectory: true, name: 'mnist' }) };
  drop({ items: [folder], types: ['Files'], files: file('mnist') });
  drop({ items: [{}], types: ['text/uri-list'], files: [] });
  drop({ items: [{}], types: ['text/plain'], files: [] });
  assert.equal(problems.length, 2);
  assert.match(problems[0], /^mnist is a folder/);
  assert.match(problems[1], /^This is a link, not a file/);
  assert.deepEqual(asked(), []);
  drop({ items: [{}], types: ['text/uri-list', 'Files'], files: file('mine.csv') });
  assert.deepEqual(asked(), ['mine.csv, hold out']);
});
