import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordsStore } from '../../web/features/on-this-machine/stored-records.js';

/** @type {string[]} */
let loads = [];
/** @type {Set<string>} */
const stored = new Set();
const cache = {
  match: async (/** @type {string} */ url) => stored.has(url) || undefined,
  async add(/** @type {string} */ url) {
    loads.push(url);
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (url === 'lost') throw new TypeError('offline');
    stored.add(url);
  },
};

before(() => {
  Object.assign(globalThis, { document: { baseURI: 'http://class/' }, caches: { open: async () => cache } });
});
after(() => {
  Object.assign(globalThis, { document: undefined, caches: undefined });
});

test('each file is loaded once to be stored, though both sets have arrived while the first was being stored', async () => {
  const loaded = ['train'];
  const store = recordsStore(() => loaded);
  const first = store();
  loaded.push('test');
  await Promise.all([first, store()]);
  assert.deepEqual(loads, ['train', 'test']);
});

test('a file that could not be stored is tried again with the next one', async () => {
  loads = [];
  const store = recordsStore(() => ['lost']);
  await store();
  await store();
  assert.deepEqual(loads, ['lost', 'lost']);
});
