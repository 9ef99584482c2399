import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { StoredFiles } from '../../web/features/on-this-machine/stored-files.js';

/** @type {string[]} */
let loads = [];
/** @type {Set<string>} */
const stored = new Set();
const cache = {
  match: async (/** @type {string} */ url) => stored.has(url) || undefined,
  async add(/** @type {Request} */ { url, signal }) {
    loads.push(url);
    await new Promise((resolve) => setTimeout(resolve, 10));
    signal.throwIfAborted();
    if (url.endsWith('lost')) throw new TypeError('offline');
    stored.add(url);
  },
};
const caches = {
  open: async () => cache,
  keys: async () => [
    'glassbox-records-http://class/',
    'another-http://class/',
    'glassbox-records-http://class/old/',
  ],
  async delete(/** @type {string} */ name) {
    deleted.push(name);
    stored.clear();
  },
};
/** @type {string[]} */
let deleted = [];

before(() => {
  Object.assign(globalThis, { document: { baseURI: 'http://class/index.html' }, caches });
});
after(() => {
  Object.assign(globalThis, { document: undefined, caches: undefined });
});
beforeEach(() => {
  loads = [];
  deleted = [];
  stored.clear();
});

test('each file is loaded once to be stored, though both sets have arrived while the first was being stored', async () => {
  const loaded = ['http://class/train'];
  const files = new StoredFiles(() => loaded);
  const first = files.storeRecords();
  loaded.push('http://class/test');
  await Promise.all([first, files.storeRecords()]);
  assert.deepEqual(loads, ['http://class/train', 'http://class/test']);
});

test('a file that could not be stored is tried again with the next one', async () => {
  const files = new StoredFiles(() => ['http://class/lost']);
  await files.storeRecords();
  await files.storeRecords();
  assert.deepEqual(loads, ['http://class/lost', 'http://class/lost']);
});

test('what is removed stays removed, though records were being stored and more arrive', async () => {
  const files = new StoredFiles(() => ['http://class/train', 'http://class/test']);
  const storing = files.storeRecords();
  await new Promise(setImmediate);
  await Promise.all([files.remove(), storing]);
  await files.storeRecords();
  assert.deepEqual(deleted, ['glassbox-records-http://class/']);
  assert.deepEqual([...stored], []);
  assert.deepEqual(loads, ['http://class/train']);
});
