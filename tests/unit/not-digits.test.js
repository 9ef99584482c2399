// The drawings of what is no digit, which the bundled network learns to refuse.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notDigitDrawings, skeletons } from '../../data/handwriting/not-digits.js';
import { parse, write } from '../../data/handwriting/pen.js';
import { Random } from '../../data/handwriting/random.js';
import { loadGlassbox } from '../../web/glassbox.js';

const forms = Object.entries(skeletons).flatMap(([kind, names]) =>
  Object.entries(names).flatMap(([name, all]) => all.map((strokes) => ({ of: `${kind} ${name}`, strokes }))),
);

test('every skeleton stays in its box and writes what can be seen', async () => {
  const glassbox = await loadGlassbox();
  for (const { of, strokes } of forms) {
    for (const { x, y } of strokes.flatMap(parse)) {
      assert.ok(Math.min(x, y) >= 0 && Math.max(x, y) <= 100, `${of}: ${x},${y}`);
    }
    assert.ok(glassbox.drawing(write({ strokes }, new Random(1))), of);
  }
});

test('no skeleton is there twice', () => {
  const texts = forms.map(({ strokes }) => strokes.join(' / '));
  const twice = forms.filter((_, i) => texts.indexOf(texts[i]) !== i);
  assert.deepEqual(twice, []);
});

test('the same seed makes the same drawings, another seed makes others', () => {
  assert.deepEqual(notDigitDrawings(50, 1), notDigitDrawings(50, 1));
  assert.notDeepEqual(notDigitDrawings(50, 1), notDigitDrawings(50, 2));
});

test('every drawing can be seen', async () => {
  const glassbox = await loadGlassbox();
  const drawn = notDigitDrawings(500, 3).filter((strokes) => glassbox.drawing(strokes));
  assert.equal(drawn.length, 500);
});

test('what is held out of training and what is not are made of different skeletons', () => {
  const [training, heldOut] = [notDigitDrawings(200, 4), notDigitDrawings(200, 4, { heldOut: true })];
  assert.notDeepEqual(training, heldOut);
  assert.equal(heldOut.length, 200);
});
