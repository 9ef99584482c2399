// When the page is drawn.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redrawing } from '../../web/app/redrawing.js';

/** A page that counts how often it is drawn. @param {import('node:test').TestContext} context */
function watchedPage(context) {
  context.mock.timers.enable();
  const { clearTimeout } = globalThis;
  // Node 18 loses its timers if it is to clear one that was never set.
  context.mock.method(globalThis, 'clearTimeout', (/** @type {any} */ timer) => timer && clearTimeout(timer));
  /** @type {(() => void)[]} */
  const frames = [];
  globalThis.requestAnimationFrame = (then) => frames.push(() => then(0));
  let count = 0;
  const actions = redrawing(() => {
    count++;
  });
  const pass = () => context.mock.timers.tick(100);
  /** How often the page is drawn in the next frame. */
  const frame = () => {
    count = 0;
    for (const each of frames.splice(0)) each();
    return count;
  };
  return { ...actions, pass, frame };
}

test('the page is drawn once a frame, however often it is asked for', (context) => {
  const { show, frame } = watchedPage(context);
  for (let i = 0; i < 3; i++) show();
  assert.equal(frame(), 1);
  assert.equal(frame(), 0);
});

test('what is to be shown soon is drawn once, or along with what is shown before', (context) => {
  const { show, showSoon, pass, frame } = watchedPage(context);
  for (let i = 0; i < 3; i++) showSoon();
  assert.equal(frame(), 0);
  pass();
  assert.equal(frame(), 1);
  showSoon();
  show();
  assert.equal(frame(), 1);
  pass();
  assert.equal(frame(), 0);
});

test('what is to be shown soon is drawn again once a page that was hidden gets frames', (context) => {
  const { showSoon, pass, frame } = watchedPage(context);
  for (let i = 0; i < 3; i++) {
    showSoon();
    pass();
  }
  assert.equal(frame(), 1);
  showSoon();
  pass();
  assert.equal(frame(), 1);
});
