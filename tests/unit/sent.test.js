import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSent } from '../../web/shared/sent.js';

const { fetch } = globalThis;
let sent = 0;
before(() => {
  Object.assign(globalThis, {
    location: { href: 'https://example.org/page/' },
    fetch: () => Promise.resolve('answer'),
  });
  Object.defineProperty(globalThis, 'navigator', {
    value: { sendBeacon: () => true },
    writable: true,
    configurable: true,
  });
  countSent((bytes) => {
    sent += bytes;
  });
});
after(() => {
  globalThis.fetch = fetch;
});

/** What is counted. @param {() => unknown} send */
async function counted(send) {
  sent = 0;
  await send();
  return sent;
}

test('asking for a file sends nothing, and the answer is what it was', async () => {
  assert.equal(await counted(async () => assert.equal(await globalThis.fetch('assets/a.wasm'), 'answer')), 0);
  assert.equal(await counted(() => globalThis.fetch(new URL('https://example.org/x.npz'))), 0);
});

test('bodies of any kind and what an address says are counted', async () => {
  const post = (/** @type {BodyInit} */ body) => () => globalThis.fetch('log', { method: 'POST', body });
  assert.equal(await counted(post('drawn: ü')), 9);
  assert.equal(await counted(post(new Uint8Array(784))), 784);
  assert.equal(await counted(post(new Uint8Array(10).buffer)), 10);
  assert.equal(await counted(post(new Blob(['1,2,3']))), 5);
  assert.equal(await counted(post(new URLSearchParams({ digit: '7' }))), 7);
  assert.equal(await counted(() => globalThis.fetch('pixel.gif?digit=7')), 8);
  assert.equal(await counted(() => navigator.sendBeacon('log', 'abc')), 3);
  const request = new Request('https://example.org/log', { method: 'POST', body: 'abc' });
  assert.ok((await counted(() => globalThis.fetch(request))) > 0);
});
