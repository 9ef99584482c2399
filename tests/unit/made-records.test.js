// Files of records that the page makes, and what the visitor chooses meanwhile.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, watchedPage } from './watched-records.js';

test('a file that is being made is shown and waited for, and loaded when it has been made', async () => {
  const page = watchedPage();
  const done = page.actions.loadMade('both', Promise.resolve(new Blob(['…'])));
  assert.equal(page.state.records.train.own?.name, 'both');
  page.actions.fetchMissing('train');
  assert.deepEqual(page.asked(), []);
  await done;
  assert.deepEqual(page.asked(), ['both, hold out']);
});

test('a file that was chosen while another was being made is not replaced by it', async () => {
  const page = watchedPage();
  const done = page.actions.loadMade('both', Promise.resolve(new Blob(['…'])));
  page.actions.loadFiles(file('mine.csv'), 'train');
  await done;
  assert.deepEqual(page.asked(), ['mine.csv, hold out']);
  await page.end(['train']);
  assert.equal(page.state.records.train.loaded?.name, 'mine.csv');
});

test('MNIST that was asked for while another file was being made is not replaced by it', async () => {
  const page = watchedPage();
  const done = page.actions.loadMade('both', Promise.resolve(new Blob(['…'])));
  page.actions.useMnist();
  await done;
  assert.deepEqual(page.asked(), ['MNIST train', 'MNIST test']);
});

test('a file that could not be made is not waited for any longer', async () => {
  const page = watchedPage();
  await assert.rejects(page.actions.loadMade('both', Promise.reject(new Error('offline'))), /offline/);
  page.actions.fetchMissing('train');
  assert.deepEqual(page.asked(), ['MNIST train']);
});
