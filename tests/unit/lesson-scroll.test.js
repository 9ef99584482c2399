import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scrollFor } from '../../web/features/lesson/scroll-for.js';

const WINDOW = { top: 20, bottom: 600 };

test('where all of it can be seen already, nothing moves', () => {
  assert.equal(scrollFor([{ top: 20, bottom: 600 }], WINDOW), 0);
  assert.equal(scrollFor([{ top: 400, bottom: 500 }], WINDOW), 0);
});

test('from below and from above, it comes into the middle', () => {
  assert.equal(scrollFor([{ top: 520, bottom: 700 }], WINDOW), 300);
  assert.equal(scrollFor([{ top: 19, bottom: 199 }], WINDOW), -201);
});

test('what is too high for the window is seen from its top on', () => {
  assert.equal(scrollFor([{ top: 620, bottom: 1620 }], WINDOW), 600);
});

test('its heading is seen, too, where there is room for both', () => {
  const target = { top: 10, bottom: 410 };
  assert.equal(scrollFor([{ ...target, top: -70 }, target], WINDOW), -140);
  assert.equal(scrollFor([{ ...target, top: -200 }, target], WINDOW), -100);
});
