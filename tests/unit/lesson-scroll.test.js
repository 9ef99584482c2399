import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scrollFor } from '../../web/features/lesson/scroll-for.js';

const WINDOW = { top: 20, bottom: 600 };

test('where half of it can be seen already, nothing moves', () => {
  const kept = { top: 300, bottom: 310 };
  assert.equal(scrollFor({ top: 500, bottom: 700 }, kept, WINDOW), 0);
  assert.equal(scrollFor({ top: -60, bottom: 100 }, kept, WINDOW), 0);
});

test('where both fit, it scrolls as far as it takes to see both', () => {
  assert.equal(scrollFor({ top: 620, bottom: 800 }, { top: 300, bottom: 310 }, WINDOW), 200);
  assert.equal(scrollFor({ top: -300, bottom: -100 }, { top: 40, bottom: 50 }, WINDOW), -320);
});

test('where they do not fit, what was picked stays in sight', () => {
  assert.equal(scrollFor({ top: 620, bottom: 800 }, { top: 130, bottom: 140 }, WINDOW), 110);
  assert.equal(scrollFor({ top: -300, bottom: -100 }, { top: 500, bottom: 510 }, WINDOW), -90);
});

test('what was picked and is out of sight already holds nothing back the wrong way', () => {
  assert.equal(scrollFor({ top: 620, bottom: 800 }, { top: 0, bottom: 10 }, WINDOW), 0);
  assert.equal(scrollFor({ top: -300, bottom: -100 }, { top: 610, bottom: 620 }, WINDOW), 0);
});

test('what is too high for the window is seen from its top on', () => {
  assert.equal(scrollFor({ top: 620, bottom: 1620 }, { top: 640, bottom: 650 }, WINDOW), 600);
});
