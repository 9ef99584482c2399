// A drawing that goes through a link is read as before.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digitDrawings } from '../../data/handwriting/material.js';
import { scribbles } from '../../data/handwriting/scribbles.js';
import { readDrawing, writeDrawing } from '../../web/app/link-drawing.js';
import { loadGlassbox } from '../../web/glassbox.js';

/** On the pad: in its middle, the larger side `size`. @param {number[][][]} strokes @param {number} size */
function onPad(strokes, size) {
  const points = strokes.flat();
  const [left, top, right, bottom] = [
    ...[0, 1].map((axis) => Math.min(...points.map((point) => point[axis]))),
    ...[0, 1].map((axis) => Math.max(...points.map((point) => point[axis]))),
  ];
  const scale = size / Math.max(right - left, bottom - top);
  return strokes.map((stroke) =>
    stroke.map(([x, y]) => [0.5 + scale * (x - (left + right) / 2), 0.5 + scale * (y - (top + bottom) / 2)]),
  );
}

test('of 1,000 digits, large and small, 99 of 100 are read the same, and the text is short', async (t) => {
  const network = await (await loadGlassbox()).pretrained();
  const drawings = digitDrawings(1000, 77).map(({ strokes }, i) => onPad(strokes, i % 2 ? 0.7 : 0.3));
  let [same, longest, length] = [0, 0, 0];
  for (const drawing of drawings) {
    const text = writeDrawing(drawing);
    const read = readDrawing(text);
    assert.ok(read);
    same += Number(network.read(read)?.digit === network.read(drawing)?.digit);
    longest = Math.max(longest, text.length);
    length += text.length;
  }
  t.diagnostic(`${same} the same; ${length / drawings.length} characters on average, ${longest} at most`);
  assert.ok(same >= 990, `${same} the same`);
  assert.ok(longest <= 400, `${longest} characters`);
  network.free();
});

test('however long a drawing is, its text is short enough for a QR code', () => {
  for (const drawing of scribbles(20, 3)) {
    const text = writeDrawing(onPad([...drawing, ...drawing, ...drawing], 0.9));
    assert.ok(text.length <= 4 * 110 + 3 * drawing.length, `${text.length} characters`);
    assert.ok(readDrawing(text));
  }
});

test('hundreds of strokes are cut short, empty ones are none, and a text that is too long is no drawing', () => {
  const many = Array.from({ length: 300 }, (_, i) => [
    [i / 300, 0],
    [i / 300, 1],
  ]);
  assert.ok(writeDrawing(many).length <= 500);
  const dots = many.slice(0, 100).map(([dot]) => [dot]);
  assert.equal(readDrawing(writeDrawing(dots))?.length, 100, 'there is room for all dots');
  assert.deepEqual(readDrawing(writeDrawing([[], [[0, 0]]])), [[[0, 0]]]);
  assert.equal(readDrawing('0000'.repeat(1000)), null);
});

test('a dot, and points beyond the pad, come back on it', () => {
  assert.deepEqual(readDrawing(writeDrawing([[[0, 1]]])), [[[0, 1]]]);
  assert.deepEqual(readDrawing(writeDrawing([[[-0.2, 1.3]]])), [[[0, 1]]]);
});

test('a word that stuck to a link is left out, an end that was lost is noticed, and links of once are read', () => {
  const strokes = [[[0, 0]], [[0, 1]]];
  const text = writeDrawing(strokes);
  assert.equal(text, '9-0000.00zz');
  assert.deepEqual(readDrawing(`${text}look`), strokes);
  assert.deepEqual(readDrawing(`${text}.Look.at.it`), strokes);
  assert.equal(readDrawing('9-0000'), null);
  assert.deepEqual(readDrawing('0000.00zz'), strokes);
});
