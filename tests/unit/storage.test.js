import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { readStored, writeStored } from '../../web/ui/storage.js';

/** @type {readonly ('light' | 'dark')[]} */
const SCHEMES = ['light', 'dark'];

/** @param {Partial<Storage> | null} storage that the browser has */
const install = (storage) =>
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });

/** @param {Map<string, string>} values */
const storageOf = (values) => ({
  getItem: (/** @type {string} */ name) => values.get(name) ?? null,
  setItem: (/** @type {string} */ name, /** @type {string} */ value) => void values.set(name, value),
});

afterEach(() => install(null));

test('a stored choice is there at the next visit, under a name of our own', () => {
  const values = new Map();
  install(storageOf(values));
  assert.equal(readStored('scheme', SCHEMES), null);
  writeStored('scheme', 'dark');
  assert.equal(readStored('scheme', SCHEMES), 'dark');
  assert.deepEqual([...values], [['glassbox.scheme', 'dark']]);
});

test('what other pages of the same host have stored is not taken for a choice', () => {
  const values = new Map([
    ['scheme', 'dark'],
    ['glassbox.scheme', '{"dark":true}'],
  ]);
  install(storageOf(values));
  assert.equal(readStored('scheme', SCHEMES), null);
});

test('a browser that refuses, that is full or that has no storage keeps nothing, without an error', () => {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  for (const storage of [{ getItem: refuse, setItem: refuse }, null]) {
    install(storage);
    writeStored('scheme', 'dark');
    assert.equal(readStored('scheme', SCHEMES), null);
  }
});
