import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { setImmediate as settled } from 'node:timers/promises';
import { createWakeLock } from '../../web/features/presentation/wake-lock.js';

/** @param {Record<string, unknown>} globals */
function define(globals) {
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}
const { navigator } = globalThis;
afterEach(() => define({ navigator, document: undefined }));

/** A browser that grants locks, which can be counted and taken away. @param {object} [wakeLock] instead */
function browser(wakeLock) {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  /** @type {{ released: boolean, release: () => void }[]} */
  const locks = [];
  const granting = {
    async request(/** @type {string} */ type) {
      assert.equal(type, 'screen');
      const lock = {
        released: false,
        release() {
          lock.released = true;
        },
      };
      locks.push(lock);
      return lock;
    },
  };
  define({ document, navigator: { wakeLock: wakeLock ?? granting } });
  return {
    held: () => locks.filter(({ released }) => !released).length,
    asked: () => locks.length,
    async turn(/** @type {'visible' | 'hidden'} */ visibilityState) {
      document.visibilityState = visibilityState;
      if (visibilityState === 'hidden') for (const lock of locks) lock.release();
      document.dispatchEvent(new Event('visibilitychange'));
      await settled();
    },
  };
}

test('the screen stays on while it is to, also after the page was hidden', async () => {
  const { held, asked, turn } = browser();
  const keepScreenOn = createWakeLock();
  await turn('visible');
  assert.equal(asked(), 0);
  keepScreenOn(true);
  keepScreenOn(true);
  await settled();
  assert.deepEqual([held(), asked()], [1, 1]);
  await turn('hidden');
  assert.equal(held(), 0);
  await turn('visible');
  await turn('visible');
  assert.deepEqual([held(), asked()], [1, 2]);
  keepScreenOn(false);
  await turn('visible');
  assert.equal(held(), 0);
});

test('a lock that comes after it was wanted is given back', async () => {
  const { held, asked } = browser();
  const keepScreenOn = createWakeLock();
  keepScreenOn(true);
  keepScreenOn(false);
  await settled();
  assert.deepEqual([held(), asked()], [0, 1]);
  keepScreenOn(true);
  keepScreenOn(false);
  keepScreenOn(true);
  await settled();
  assert.equal(held(), 1);
});

test('a browser without wake locks, or that refuses them, breaks nothing', async () => {
  for (const wakeLock of [
    undefined,
    { request: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
  ]) {
    const { turn } = browser(wakeLock);
    if (!wakeLock) define({ navigator: {} });
    const keepScreenOn = createWakeLock();
    keepScreenOn(true);
    await turn('hidden');
    await turn('visible');
    keepScreenOn(false);
    await settled();
  }
});
