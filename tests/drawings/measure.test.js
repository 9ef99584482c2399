import assert from 'node:assert/strict';
import { test } from 'node:test';
import { glassbox, ONE, read, SEVEN, trained, ZERO } from './examples.js';
import { measureDrawings } from './measure.js';

test('right and wrong answers are counted, by class and by answer', async () => {
  const drawings = await read([
    { label: 0, strokes: ZERO },
    { label: 7, strokes: ONE },
    { label: 7, strokes: SEVEN },
    { label: 1, strokes: ONE },
    { label: 3, strokes: ZERO },
  ]);
  const figures = measureDrawings(glassbox, trained(), drawings);
  assert.equal(figures.total, 5);
  assert.equal(figures.correct, 3);
  const confusion = Array.from({ length: 10 }, () => Array(10).fill(0));
  confusion[0][0] = confusion[7][1] = confusion[7][7] = confusion[1][1] = confusion[3][0] = 1;
  assert.deepEqual(figures.confusion, confusion);
  assert.deepEqual(
    figures.failures.map(({ drawing, ranking }) => [drawing.line, drawing.label, ranking[0].digit]),
    [
      [5, 3, 0],
      [2, 7, 1],
    ],
  );
  for (const { drawing, pixels, ranking } of figures.failures) {
    assert.deepEqual(pixels, glassbox.drawing(drawing.strokes)?.pixels);
    assert.ok(ranking[0].output > ranking[1].output);
  }
  assert.ok(figures.milliseconds > 0);
});

test('size and place do not matter to glassbox.drawing() and box only, but to raw', async () => {
  // Lower left on the canvas that the ring spans.
  const small = ONE.map((stroke) => stroke.map(([x, y]) => [x / 10 + 60, y / 10 + 110]));
  const drawings = await read([
    { label: 0, strokes: ZERO },
    { label: 1, strokes: small },
  ]);
  const [ours, box, asOnCanvas] = measureDrawings(glassbox, trained(), drawings).comparison;
  assert.deepEqual([ours.asTheyAre, ours.moved], [2, 2]);
  assert.equal(box.asTheyAre, box.moved);
  assert.ok(asOnCanvas.asTheyAre < 2 || asOnCanvas.moved < 2, JSON.stringify(asOnCanvas));
});

test('the same file gives the same figures', async () => {
  const drawings = await read([
    { label: 0, strokes: ZERO },
    { label: 7, strokes: SEVEN },
  ]);
  const network = trained();
  const [first, second] = [0, 1].map(() => measureDrawings(glassbox, network, drawings));
  assert.deepEqual({ ...first, milliseconds: 0 }, { ...second, milliseconds: 0 });
});
