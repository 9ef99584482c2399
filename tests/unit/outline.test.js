import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outline } from '../../web/features/mistakes/outline.js';

const paper = () => new Uint8Array(784);

test('an empty picture has no outline', () => {
  assert.equal(outline(paper()), '');
});

test('a pixel of ink is outlined on its four sides, soft ink is not', () => {
  const pixels = paper();
  pixels[2 * 28 + 5] = 255;
  pixels[2 * 28 + 6] = 127;
  assert.equal(outline(pixels), 'M5 2h1M5 2v1M6 2v1M5 3h1');
});

test('two pixels side by side share no line, and ink at the border is closed', () => {
  const pixels = paper();
  pixels[782] = pixels[783] = 255;
  assert.equal(outline(pixels), 'M26 27h1M26 27v1M27 27h1M28 27v1M26 28h1M27 28h1');
});
