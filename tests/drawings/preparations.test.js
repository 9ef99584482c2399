import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uniform } from '../helpers.js';
import { SEVEN } from './examples.js';
import { boxOnly, canvasOf, extent, movedAtRandom, raw } from './preparations.js';

/** The rows and columns, first and last, that ink is on. @param {Float32Array} inputs */
function inkBox(inputs) {
  const rows = [];
  const columns = [];
  for (const [i, input] of inputs.entries()) {
    if (input < 0.02) continue;
    rows.push(Math.floor(i / 28));
    columns.push(i % 28);
  }
  return [Math.min(...columns), Math.min(...rows), Math.max(...columns), Math.max(...rows)];
}

test('raw leaves size and place as they are on the canvas', () => {
  const canvas = { left: -50, top: 100, side: 280 };
  // Three tenths of the canvas from the left, a tenth from the top, the pen a fourteenth of it.
  const line = [
    [
      [-50 + 90, 100 + 30],
      [-50 + 90, 100 + 130],
    ],
  ];
  assert.deepEqual(inkBox(raw(line, canvas)), [8, 2, 9, 13]);
  const inputs = raw(line, canvas);
  assert.equal(inputs[7 * 28 + 8], 1);
  assert.equal(inputs[0], Math.fround(0.01));
});

test('a pixel is as dark as the share of it that the pen covers', () => {
  const canvas = { left: 0, top: 0, side: 28 };
  const line = [
    [
      [10.25, 5],
      [10.25, 20],
    ],
  ];
  const inputs = raw(line, canvas);
  const shares = [8, 9, 10, 11, 12].map((column) => (inputs[12 * 28 + column] - 0.01) / 0.99);
  for (const [i, share] of [0, 0.75, 1, 0.25, 0].entries()) {
    assert.ok(Math.abs(shares[i] - share) < 1e-6, `${shares}`);
  }
});

test('box only makes the long side 20 pixels and puts the box in the middle', () => {
  assert.deepEqual(
    inkBox(boxOnly(SEVEN)).filter((_, side) => side % 2 === 1),
    [4, 23],
  );
  const [left, , right] = inkBox(boxOnly(SEVEN));
  assert.equal(left + right, 27);
  const far = SEVEN.map((stroke) => stroke.map(([x, y]) => [3 * x - 1000, 3 * y + 5000]));
  assert.deepEqual(inkBox(boxOnly(far)), inkBox(boxOnly(SEVEN)));
});

test('moved at random, a drawing keeps its form and lies on the canvas at 30 to 100 % of its size', () => {
  const canvas = { left: 10, top: -20, side: 140 };
  const random = uniform(3);
  const sizes = [];
  for (let i = 0; i < 200; i++) {
    const moved = movedAtRandom(SEVEN, canvas, random);
    const { x, y, width, height, side } = extent(moved);
    // The pen, 10 wide, reaches 5 further.
    assert.ok(x - width / 2 >= 15 - 1e-9 && x + width / 2 <= 145 + 1e-9, `x ${x}, width ${width}`);
    assert.ok(y - height / 2 >= -15 - 1e-9 && y + height / 2 <= 115 + 1e-9, `y ${y}, height ${height}`);
    assert.ok(Math.abs(width / height - 80 / 120) < 1e-9);
    sizes.push(side / 130);
  }
  assert.ok(Math.min(...sizes) >= 0.3 && Math.min(...sizes) < 0.35, `${Math.min(...sizes)}`);
  assert.ok(Math.max(...sizes) <= 1 && Math.max(...sizes) > 0.95, `${Math.max(...sizes)}`);
});

test('a dot has no size: it stays a dot, on any canvas', () => {
  const dot = [[[3, 4]]];
  const canvas = canvasOf([{ strokes: dot }]);
  for (const inputs of [
    raw(dot, canvas),
    boxOnly(dot),
    raw(movedAtRandom(dot, canvas, uniform(1)), canvas),
  ]) {
    const [left, top, right, bottom] = inkBox(inputs);
    assert.ok(right - left >= 1 && right - left <= 3 && bottom - top >= 1 && bottom - top <= 3);
  }
});
