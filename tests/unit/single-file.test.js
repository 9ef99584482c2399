// What the page in one file is made with.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BytesFile } from '../../web/shared/bytes-file.js';
import { decode, encode } from '../../web/single/base85.js';
import { sendBytes } from '../../web/single/send.js';

test('bytes come back from text, whatever they are and however many', () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 151 + length * 7 + (i >> 3)) & 255);
    const text = new TextDecoder().decode(encode(bytes));
    assert.equal(text.length, Math.ceil(length / 4) * 5);
    assert.doesNotMatch(text, /[^#-x]|</);
    assert.deepEqual(decode(text, length), bytes);
  }
  const highest = new Uint8Array(4).fill(255);
  assert.deepEqual(decode(new TextDecoder().decode(encode(highest)), 4), highest);
});

test('a worker is sent the bytes of files, and all else at once, but nothing before a file that was sent earlier', async () => {
  /** @type {any[]} */
  const sent = [];
  const worker = /** @type {Worker} */ (
    /** @type {unknown} */ ({ postMessage: (/** @type {unknown} */ message) => void sent.push(message) })
  );
  sendBytes(worker);
  const numbers = new Float32Array([1, 2]);
  worker.postMessage({ numbers });
  assert.deepEqual(sent, [{ numbers }]);
  const large = new Blob(['7,0'.repeat(1e6)]);
  worker.postMessage({ sources: [{ name: 'a.csv', file: large }] });
  worker.postMessage({ file: new Blob(['7,0']) });
  worker.postMessage('play');
  while (sent.length < 4) await new Promise(setImmediate);
  const bytes = new Uint8Array(await large.arrayBuffer());
  assert.deepEqual(sent[1], { sources: [{ name: 'a.csv', file: bytes }] });
  assert.deepEqual(sent.slice(2), [{ file: new TextEncoder().encode('7,0') }, 'play']);
  worker.postMessage('pause');
  assert.deepEqual(sent.slice(4), ['pause'], 'nothing waits any more');
});

test('bytes are read like a file', async () => {
  const file = new BytesFile(Uint8Array.of(1, 2, 3, 4, 5));
  assert.equal(file.size, 5);
  assert.deepEqual(new Uint8Array(await file.slice(1, 3).arrayBuffer()), Uint8Array.of(2, 3));
});
