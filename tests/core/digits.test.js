// Digits side by side, and dots beside them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EXAMPLES } from '../../web/features/stage/examples.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { predict } from '../../web/shared/confidence.js';
import { packed } from '../../web/shared/packed-strokes.js';
import { extent } from '../drawings/preparations.js';
import { sideBySide } from '../drawings/side-by-side.js';
import { uniform } from '../helpers.js';

const glassbox = await loadGlassbox();

/** Every pair of the ten examples, and as many triples. */
const GROUPS = EXAMPLES.flatMap((first, i) =>
  EXAMPLES.flatMap((second, j) => [
    [first, second],
    [first, second, EXAMPLES[(i + j) % 10]],
  ]),
);

/** A 5 whose bar does not touch it, a 7 with a bar, a 4 whose strokes do not meet, and an 8 of two rings. */
// biome-ignore format: a line for each
const IN_PIECES = [
  [[[60, 10], [20, 12]], [[18, 20], [15, 50], [45, 55], [50, 80], [12, 95]]],
  [[[18, 20], [15, 50], [45, 55], [50, 80], [12, 95]], [[56, 12], [80, 10]]],
  [[[10, 10], [70, 10], [40, 100]], [[20, 55], [68, 53]]],
  [[[20, 10], [10, 60], [50, 60]], [[56, 30], [55, 100]]],
  [[[30, 10], [45, 30], [30, 48], [15, 30], [29, 11]], [[30, 52], [50, 75], [30, 100], [10, 75], [29, 53]]],
];

describe('digits side by side', () => {
  test('are taken apart, from left to right, however close, high and large they are', () => {
    const random = uniform(1);
    for (const gap of [0.15, 0.3, 1]) {
      for (const group of GROUPS) {
        const digits = sideBySide(group, gap, random);
        assert.deepEqual(glassbox.digits(digits.flat()), digits);
      }
    }
  });

  test('are taken apart also where they slant, each above the foot of the next', () => {
    for (const group of GROUPS) {
      const digits = sideBySide(group, 0.3, uniform(1)).map((digit) =>
        digit.map((stroke) => stroke.map(([x, y]) => [x - 0.35 * y, y])),
      );
      assert.deepEqual(glassbox.digits(digits.flat()), digits);
    }
  });

  test('are the same in any unit and place, and whichever is drawn first', () => {
    const [four, two] = sideBySide([EXAMPLES[2], EXAMPLES[3]], 0.2, uniform(1));
    for (const scale of [1e-50, 1, 1e50]) {
      const scaled = [four, two].map((digit) =>
        digit.map((stroke) => stroke.map(([x, y]) => [(x - 500) * scale, (y + 900) * scale])),
      );
      assert.deepEqual(glassbox.digits(scaled.flat()), scaled);
    }
    assert.deepEqual(glassbox.digits([four[0], ...two, four[1]]), [four, two]);
  });

  test('packed, they are the very arrays that were given', () => {
    const [four, two] = [EXAMPLES[2], EXAMPLES[3]].map(packed);
    const moved = two.map((stroke) => stroke.map((place, i) => (i % 2 ? place : place + 500)));
    const digits = glassbox.digits([...moved, ...four]);
    assert.deepEqual(digits, [four, moved]);
    assert.equal(digits[1][0], moved[0]);
  });

  test('one digit stays whole, also in pieces', () => {
    for (const digit of [...EXAMPLES, ...IN_PIECES]) assert.deepEqual(glassbox.digits(digit), [digit]);
  });

  test('a flat drawing and one of dots alone are one', () => {
    const dashes = [0, 30, 60].map((x) => [
      [x, 50],
      [x + 20, 51],
    ]);
    const dots = [0, 30, 60].map((x) => [[x, x]]);
    assert.deepEqual(glassbox.digits(dashes), [dashes]);
    assert.deepEqual(glassbox.digits(dots), [dots]);
  });

  test('without ink there are none, and what is not a drawing is refused', () => {
    assert.deepEqual(glassbox.digits([]), []);
    assert.deepEqual(glassbox.digits([[], []]), []);
    assert.throws(() => glassbox.digits(/** @type {any} */ ([[1]])), {
      name: 'TypeError',
      message: 'strokes[0][0] takes a point [x, y], not number',
    });
  });
});

describe('a stray dot', () => {
  test('does not matter, wherever it is, whether a point or a touch that trembles', () => {
    const random = uniform(1);
    for (const digit of EXAMPLES.flatMap((example) => Array(20).fill(example))) {
      const { x, y, side } = extent(digit);
      const at = [x + (random() - 0.5) * 2 * side, y + (random() - 0.5) * 2 * side];
      const trembling = [at, [at[0] + 0.08 * side * random(), at[1] - 0.08 * side * random()]];
      for (const dot of [[at], trembling]) {
        assert.deepEqual(glassbox.digits([...digit, dot]), [digit]);
        assert.deepEqual(glassbox.digits([dot, ...digit]), [digit]);
      }
    }
  });

  test('may be larger, a quarter of the digit, where it is far from it; the bar of a 5 is near', () => {
    const random = uniform(1);
    for (const digit of EXAMPLES) {
      const { x, y, side } = extent(digit);
      for (const [dx, dy] of [
        [1.1, 0],
        [-1.3, 0.4],
        [0, 1.1],
        [0.2, -1.3],
      ]) {
        const at = [x + dx * side, y + dy * side];
        const smudge = [at, [at[0] + 0.25 * side * random(), at[1] + 0.25 * side * random()]];
        assert.deepEqual(glassbox.digits([smudge, ...digit]), [digit]);
      }
    }
    const five = IN_PIECES[1];
    assert.deepEqual(glassbox.digits(five), [five]);
  });

  test('beside a small 7 does not make it a 1', async () => {
    const network = await glassbox.pretrained();
    // biome-ignore format: a short list
    const seven = [[[0.46, 0.46], [0.54, 0.46], [0.5, 0.55]]];
    const [digit] = glassbox.digits([...seven, [[0.53, 0.7]]]);
    const drawn = glassbox.drawing(digit);
    assert.ok(drawn);
    assert.equal(predict(network.query(drawn.inputs)).digit, 7);
  });
});
