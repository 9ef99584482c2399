// Which tab keeps its run.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claim } from '../../web/worker/kept-store.js';

/** A browser’s locks. @param {{ late?: number, held?: boolean, refused?: boolean }} options late: how many requests time out */
function locks({ late = 0, held = false, refused = false }) {
  let requests = 0;
  return /** @type {any} */ ({
    request: async (/** @type {string} */ _, /** @type {object} */ __, /** @type {() => unknown} */ hold) => {
      if (refused) throw new DOMException('no', 'SecurityError');
      if (++requests <= late) throw new DOMException('late', 'TimeoutError');
      hold();
    },
    query: async () => ({ held: [{ name: 'other' }, ...(held ? [{ name: 'glassbox.kept' }] : [])] }),
  });
}

test('a tab keeps its run unless another one has the lock, however late the browser answers', async () => {
  assert.equal(await claim(locks({})), true);
  assert.equal(await claim(locks({ late: Number.POSITIVE_INFINITY, held: true })), false);
  assert.equal(await claim(locks({ late: 3 })), true);
});

test('where there are no locks, or none for this page, each tab keeps its run', async () => {
  assert.equal(await claim(undefined), true);
  assert.equal(await claim(locks({ refused: true })), true);
});
