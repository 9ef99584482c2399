import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { presentActions } from '../../web/features/presentation/actions.js';

/** @param {object | undefined} value */
const define = (value) => Object.defineProperty(globalThis, 'document', { value, configurable: true });
afterEach(() => define(undefined));

test('what fills the screen is in view, and the controls above it where there is room for both', async () => {
  const scrolled = /** @type {number[]} */ ([]);
  const scrollTo = (/** @type {number} */ _, /** @type {number} */ y) => scrolled.push(y);
  const main = { getBoundingClientRect: () => ({ top: 300 - scrollY }) };
  define(Object.assign(new EventTarget(), { documentElement: {}, querySelector: () => main }));
  const state = initialState(readLink(''));
  const { fillWith, watchPresentation } = presentActions(/** @type {any} */ ({ state, show() {} }));
  const draw = async () => {
    watchPresentation();
    await null;
  };
  Object.assign(globalThis, { scrollTo, scrollY: 40, innerHeight: 320 });
  await draw();
  assert.deepEqual(scrolled, [], 'no presentation');
  fillWith('curves');
  await draw();
  await draw();
  assert.deepEqual(scrolled, [300], 'once');
  Object.assign(globalThis, { innerHeight: 1080 });
  fillWith('stage');
  await draw();
  assert.deepEqual(scrolled, [300, 0]);
});

test('a gesture of the system that ends full screen leaves the presentation open, and nothing later does', (context) => {
  let now = 5000;
  context.mock.method(performance, 'now', () => now);
  const document = Object.assign(new EventTarget(), { documentElement: {}, fullscreenElement: null });
  define(document);
  const tell = (/** @type {string[]} */ ...types) => {
    for (const type of types) document.dispatchEvent(new Event(type));
  };
  const state = initialState(readLink(''));
  const { present } = presentActions(/** @type {any} */ ({ state, show() {} }));
  present();
  tell('pointerdown', 'fullscreenchange');
  assert.equal(state.present, 'stage', 'while a pen draws');
  tell('pointercancel');
  now += 300;
  tell('fullscreenchange');
  assert.equal(state.present, 'stage', 'by the gesture');
  now += 3000;
  tell('fullscreenchange');
  assert.equal(state.present, null, 'by the browser’s own key');
});
