import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digits } from '../../data/handwriting/digits.js';
import { digitDrawings, skeletonsOf } from '../../data/handwriting/material.js';
import { parse, write } from '../../data/handwriting/pen.js';
import { Random } from '../../data/handwriting/random.js';
import { loadGlassbox } from '../../web/glassbox.js';

const numbers = (/** @type {number} */ seed) => {
  const random = new Random(seed);
  return Array.from({ length: 10_000 }, () => random.normal(2, 5));
};

test('random numbers follow from the seed', () => {
  assert.deepEqual(numbers(1), numbers(1));
  assert.notDeepEqual(numbers(1), numbers(2));
  const random = new Random(1);
  assert.deepEqual(
    [random.uniform(), random.uniform(), random.uniform()].map((number) => number.toFixed(6)),
    ['0.627074', '0.002736', '0.527447'],
  );
});

test('normal numbers have the mean and the deviation asked for', () => {
  const all = numbers(1);
  const mean = all.reduce((sum, number) => sum + number, 0) / all.length;
  const variance = all.reduce((sum, number) => sum + (number - mean) ** 2, 0) / all.length;
  assert.ok(Math.abs(mean - 5) < 0.1, `mean ${mean}`);
  assert.ok(Math.abs(Math.sqrt(variance) - 2) < 0.1, `variance ${variance}`);
});

test('items are chosen as often as their weights say', () => {
  const random = new Random(1);
  const items = [{ weight: 3 }, {}, { weight: 0 }];
  const chosen = Array.from({ length: 4000 }, () => items.indexOf(random.choose(items)));
  const [often, seldom, never] = items.map((_, item) => chosen.filter((index) => index === item).length);
  assert.ok(Math.abs(often - 3000) < 150, `${often} of 4000`);
  assert.equal(never, 0);
  assert.equal(often + seldom, 4000);
});

test('a stroke is parsed into its points and corners', () => {
  assert.deepEqual(parse('50,0 -4,12.5^'), [
    { x: 50, y: 0, corner: false },
    { x: -4, y: 12.5, corner: true },
  ]);
});

test('what is no point is named', () => {
  for (const [stroke, word] of [
    ['50,0 20', '20'],
    ['50,0  20,3', ''],
    ['', ''],
    ['5^,3', '5^,3'],
    ['1,2 .,3', '.,3'],
  ]) {
    assert.throws(() => parse(stroke), {
      name: 'SyntaxError',
      message: `a stroke is points "x,y" with single spaces between them, not "${word}"`,
    });
  }
});

/** A hand that does all by the mean. */
class Steady extends Random {
  uniform() {
    return 0.5;
  }
}

test('a steady pen goes through each point of a skeleton, and only slants it a little', () => {
  const points = '50,0 20,50 50,100 80,50^ 50,0';
  const [stroke, dot] = write({ strokes: [points, '50,50'] }, new Steady(1));
  for (const { x, y } of parse(points)) {
    const nearest = Math.min(...stroke.map((at) => Math.hypot(at[0] - x, at[1] - y)));
    assert.ok(nearest < 7, `${nearest} from ${x},${y}`);
  }
  assert.deepEqual(dot, [[50, 50]]);
});

test('a curve is curved, and a corner is one', () => {
  const [[curved], [cornered]] = ['0,50 50,0 100,50', '0,50 50,0^ 100,50'].map((points) =>
    write({ strokes: [points] }, new Steady(1)),
  );
  // Between two points, how far the pen is from the straight line that joins them.
  const bulge = (/** @type {number[][]} */ stroke) =>
    Math.max(...stroke.filter(([x]) => x < 40).map(([x, y]) => (50 - x - y) / Math.SQRT2));
  assert.ok(bulge(curved) > bulge(cornered) + 2, `${bulge(curved)} and ${bulge(cornered)}`);
});

test('points on one spot do not break the curve', () => {
  const drawing = write({ strokes: ['10,10 10,10 10,10^ 10,10 90,90'] }, new Random(1));
  assert.ok(drawing.flat(2).every(Number.isFinite));
});

test('each skeleton lies about the box and can be written', () => {
  const random = new Random(1);
  for (const ways of digits) {
    for (const [way, { weight, skeletons }] of Object.entries(ways)) {
      assert.ok(weight > 0, way);
      for (const strokes of skeletons) {
        for (const { x, y } of strokes.flatMap(parse)) {
          assert.ok(Math.min(x, y) >= -30 && Math.max(x, y) <= 130, `${way}: ${x},${y}`);
        }
        const drawing = write({ strokes }, random);
        assert.equal(drawing.length, strokes.length);
        assert.ok(drawing.flat(2).every(Number.isFinite), way);
      }
    }
  }
});

test('no skeleton is there twice, and none that is held out is learned from', () => {
  const all = digits.flatMap((_, label) => [...skeletonsOf(label, false), ...skeletonsOf(label, true)]);
  const texts = all.map(({ strokes }) => strokes.join('; '));
  assert.equal(new Set(texts).size, texts.length);
  assert.equal(texts.length, digits.flatMap(Object.values).flatMap(({ skeletons }) => skeletons).length);
});

test('a seed decides the drawings', () => {
  assert.deepEqual(digitDrawings(50, 1), digitDrawings(50, 1));
  assert.notDeepEqual(digitDrawings(50, 1), digitDrawings(50, 2));
});

test('the digits come in turn, in all their ways', () => {
  const drawings = digitDrawings(5000, 1);
  assert.deepEqual(
    drawings.slice(0, 12).map(({ label }) => label),
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1],
  );
  for (const [label, ways] of digits.entries()) {
    const seen = new Set(drawings.filter((drawing) => drawing.label === label).map(({ way }) => way));
    assert.deepEqual([...seen].sort(), Object.keys(ways).sort());
  }
});

test('held-out drawings have all the digits, too', () => {
  assert.deepEqual(
    new Set(digitDrawings(500, 1, { heldOut: true }).map(({ label }) => label)),
    new Set(digits.keys()),
  );
});

test('the network that comes with the page reads the plainest drawings', async () => {
  const glassbox = await loadGlassbox();
  const network = await glassbox.pretrained();
  // A digit's first way.
  const plain = digitDrawings(4000, 1).filter(({ label, way }) => way === Object.keys(digits[label])[0]);
  const right = plain.filter(({ label, strokes }) => {
    const drawn = glassbox.drawing(strokes);
    assert.ok(drawn);
    const outputs = network.query(drawn.inputs);
    return outputs.indexOf(Math.max(...outputs)) === label;
  });
  assert.ok(right.length >= 0.95 * plain.length, `${right.length} of ${plain.length}`);
});
