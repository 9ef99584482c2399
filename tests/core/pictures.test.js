// Pictures as JavaScript makes them: turned, and from pen strokes.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { assertRefused, picture, withValue } from './contract.js';

const glassbox = await loadGlassbox();

describe('rotate', () => {
  test('it returns another picture and leaves its own alone', () => {
    const inputs = picture(1);
    const turned = glassbox.rotate(inputs, 10);
    assert.ok(turned instanceof Float32Array && turned.length === 784);
    assert.deepEqual(inputs, picture(1));
    const kept = turned.slice();
    turned.fill(7);
    assert.deepEqual(glassbox.rotate(inputs, 10), kept);
  });

  test('0 and 360 degrees change nothing', () => {
    for (const degrees of [0, -0, 360, -360, 720000]) {
      assert.deepEqual(glassbox.rotate(picture(1), degrees), picture(1));
    }
  });

  test('what it returns can be asked about and turned again, at any angle', () => {
    const network = glassbox.network({ hiddenNodes: 2 });
    const sharp = Float32Array.from({ length: 784 }, (_, i) => ((i + Math.floor(i / 28)) % 2 ? 1 : 0.01));
    for (const degrees of [1e-12, 1e-7, -1e-7, 10, 45, 90 - 1e-12, 123.4, 1e17, -1e300, Number.MAX_VALUE]) {
      const turned = glassbox.rotate(sharp, degrees);
      network.query(turned);
      glassbox.rotate(turned, -degrees);
    }
  });

  test('what does not fit is refused', () => {
    const rotate = /** @type {any} */ (glassbox).rotate.bind(glassbox);
    assertRefused(
      [
        [() => rotate(), 'TypeError', /^inputs takes a Float32Array of 784 numbers, not undefined$/],
        [() => rotate(new Float32Array(10), 5), 'RangeError', /^inputs takes 784 numbers, not 10$/],
        [() => rotate(withValue(picture(1), 3, -1), 5), 'RangeError', /^inputs\[3\] .* not -1$/],
        [() => rotate(picture(1)), 'TypeError', /^degrees takes a number, not undefined$/],
        [() => rotate(picture(1), '5'), 'TypeError', /^degrees takes a number, not string$/],
        [() => rotate(picture(1), Number.NaN), 'RangeError', /^degrees takes a finite number, not NaN$/],
        [() => rotate(picture(1), Number.NEGATIVE_INFINITY), 'RangeError', /^degrees .* not -Infinity$/],
      ],
      () => glassbox.rotate(picture(1), 10),
    );
  });
});

describe('drawing', () => {
  const seven = [
    [
      [10, 10],
      [90, 10],
      [40, 130],
    ],
    [
      [30, 70],
      [75, 65],
    ],
  ];

  test('it returns greys and the same as inputs', () => {
    const drawn = glassbox.drawing(seven);
    assert.ok(drawn);
    assert.ok(drawn.pixels instanceof Uint8Array && drawn.pixels.length === 784);
    assert.ok(drawn.inputs instanceof Float32Array && drawn.inputs.length === 784);
    assert.equal(Math.max(...drawn.pixels), 255);
    for (let i = 0; i < 784; i++) {
      const expected = (drawn.pixels[i] / 255) * 0.99 + 0.01;
      assert.ok(Math.abs(drawn.inputs[i] - expected) < 2e-7, `pixel ${i}: ${drawn.inputs[i]}`);
    }
    assert.equal(glassbox.network({ hiddenNodes: 2 }).query(drawn.inputs).length, 10);
  });

  test('a drawing without a point is null', () => {
    assert.equal(glassbox.drawing([]), null);
    assert.equal(glassbox.drawing([[], [], []]), null);
  });

  test('a dot is ink, and empty strokes beside it do not matter', () => {
    const dot = glassbox.drawing([[[5, 5]]]);
    assert.ok(dot && Math.max(...dot.pixels) > 200);
    assert.deepEqual(glassbox.drawing([[], [[5, 5]], []]), dot);
  });

  test('what it returns is a copy, and what it takes is left alone', () => {
    const strokes = structuredClone(seven);
    const drawn = glassbox.drawing(strokes);
    assert.ok(drawn);
    const kept = structuredClone(drawn);
    drawn.pixels.fill(7);
    drawn.inputs.fill(7);
    assert.deepEqual(glassbox.drawing(strokes), kept);
    assert.deepEqual(strokes, seven);
  });

  test('packed strokes are the same drawing, and are left alone', () => {
    const strokes = [...seven, [], [[50, 60]]];
    const numbers = strokes.map((stroke) => Float64Array.from(stroke.flat()));
    assert.deepEqual(glassbox.drawing(numbers), glassbox.drawing(strokes));
    assert.deepEqual(glassbox.drawing([numbers[0], strokes[1]]), glassbox.drawing(seven));
    assert.deepEqual(
      numbers,
      strokes.map((stroke) => Float64Array.from(stroke.flat())),
    );
  });

  test('a long drawing is taken', () => {
    const stroke = Array.from({ length: 30_000 }, (_, i) => [Math.cos(i / 300), Math.sin(i / 500)]);
    assert.ok(glassbox.drawing([stroke]));
  });

  test('what does not fit is refused with its place', () => {
    const draw = /** @type {any} */ (glassbox).drawing.bind(glassbox);
    assertRefused(
      [
        [() => draw(), 'TypeError', /^strokes takes an array of strokes, not undefined$/],
        [() => draw('ink'), 'TypeError', /^strokes takes an array of strokes, not string$/],
        [() => draw([5]), 'TypeError', /^strokes\[0\] takes an array of points \[x, y\], not number$/],
        [() => draw([[], null]), 'TypeError', /^strokes\[1\] .* not null$/],
        [() => draw([[[1, 2], 3]]), 'TypeError', /^strokes\[0\]\[1\] takes a point \[x, y\], not number$/],
        [() => draw([[[1]]]), 'TypeError', /^strokes\[0\]\[0\] takes a point/],
        [() => draw([[[1, '2']]]), 'TypeError', /^strokes\[0\]\[0\]\[1\] takes a number, not string$/],
        [() => draw([[[Number.NaN, 2]]]), 'RangeError', /^strokes\[0\]\[0\]\[0\] .* finite .* not NaN$/],
        [() => draw([[[1, 2e100]]]), 'RangeError', /^strokes\[0\]\[0\]\[1\] .* ±1e\+100, not 2e\+100$/],
        [
          () => draw([[], Float64Array.of(1)]),
          'TypeError',
          /^strokes\[1\] .* points \[x, y\], not Float64Array$/,
        ],
        [
          () => draw([Float64Array.of(1, Number.NaN)]),
          'RangeError',
          /^strokes\[0\]\[1\] .* finite .* not NaN$/,
        ],
        [() => draw([Float64Array.of(-2e100, 1)]), 'RangeError', /^strokes\[0\]\[0\] .* not -2e\+100$/],
      ],
      () => glassbox.drawing(seven),
    );
  });
});

const SEVEN = [
  [
    [0.1, 0.1],
    [0.3, 0.1],
    [0.2, 0.4],
  ],
];
const FRAME = { width: 1, height: 1, pen: 0.075 };

/** Mean column and row of the ink. @param {Uint8Array} pixels @param {number} side */
function centre(pixels, side) {
  let [ink, x, y] = [0, 0, 0];
  for (const [i, grey] of pixels.entries()) {
    ink += grey;
    x += grey * (i % side);
    y += grey * Math.floor(i / side);
  }
  return [x / ink, y / ink];
}

describe('drawingStages', () => {
  test('it returns thin and inked strokes, 20 x 20, as copies', () => {
    const box = glassbox.drawingStages(SEVEN);
    assert.ok(box && box.thin.length === 400 && box.inked.length === 400);
    const sum = (/** @type {Uint8Array} */ pixels) => pixels.reduce((all, grey) => all + grey, 0);
    assert.ok(sum(box.inked) > 2 * sum(box.thin));
    const kept = structuredClone(box);
    box.thin.fill(7);
    box.inked.fill(7);
    assert.deepEqual(glassbox.drawingStages(SEVEN), kept);
  });

  test('drawing() is the inked box, moved by whole pixels', () => {
    const [box, drawn] = [glassbox.drawingStages(SEVEN), glassbox.drawing(SEVEN)];
    assert.ok(box && drawn);
    assert.deepEqual({ pixels: box.pixels, inputs: box.inputs }, drawn);
    const [from, to] = [centre(box.inked, 20), centre(drawn.pixels, 28)];
    const [right, down] = [0, 1].map((axis) => Math.round(to[axis] - from[axis]));
    const placed = new Uint8Array(784);
    for (const [i, grey] of box.inked.entries()) {
      placed[(Math.floor(i / 20) + down) * 28 + (i % 20) + right] = grey;
    }
    assert.deepEqual(drawn.pixels, placed);
  });

  test('no ink is null, and what does not fit is refused', () => {
    assert.equal(glassbox.drawingStages([[]]), null);
    const stages = /** @type {any} */ (glassbox).drawingStages.bind(glassbox);
    assertRefused(
      [
        [() => stages(), 'TypeError', /^strokes takes an array of strokes, not undefined$/],
        [() => stages([[[1, Number.NaN]]]), 'RangeError', /^strokes\[0\]\[0\]\[1\] .* not NaN$/],
      ],
      () => glassbox.drawingStages(SEVEN),
    );
  });
});

describe('rawDrawing', () => {
  test('it leaves a drawing where it lies in its frame, as greys and the same as inputs', () => {
    const drawn = glassbox.rawDrawing(SEVEN, FRAME);
    assert.ok(drawn && drawn.pixels.length === 784 && drawn.inputs.length === 784);
    const [x, y] = centre(drawn.pixels, 28);
    assert.ok(x > 0.1 * 28 && x < 0.3 * 28 && y > 0.1 * 28 && y < 0.4 * 28, `centre ${x}, ${y}`);
    for (let i = 0; i < 784; i++) {
      const expected = (drawn.pixels[i] / 255) * 0.99 + 0.01;
      assert.ok(Math.abs(drawn.inputs[i] - expected) < 2e-7, `pixel ${i}: ${drawn.inputs[i]}`);
    }
    assert.equal(glassbox.network({ hiddenNodes: 2 }).query(drawn.inputs).length, 10);
    const kept = structuredClone(drawn);
    drawn.pixels.fill(7);
    drawn.inputs.fill(7);
    assert.deepEqual(glassbox.rawDrawing(SEVEN, FRAME), kept);
  });

  test('the pen is as wide as it is told', () => {
    const line = [
      [
        [0, 0.5],
        [1, 0.5],
      ],
    ];
    for (const pen of [0.05, 0.1, 0.5]) {
      const drawn = glassbox.rawDrawing(line, { ...FRAME, pen });
      assert.ok(drawn);
      const column = Array.from({ length: 28 }, (_, row) => drawn.pixels[row * 28 + 14] / 255);
      const width = column.reduce((all, share) => all + share, 0);
      assert.ok(Math.abs(width - 28 * pen) < 0.02, `${width} pixels`);
    }
  });

  test('no ink is null, and what does not fit is refused by name', () => {
    assert.equal(glassbox.rawDrawing([[]], FRAME), null);
    const raw = /** @type {any} */ (glassbox).rawDrawing.bind(glassbox);
    assertRefused(
      [
        [() => raw(undefined, FRAME), 'TypeError', /^strokes takes an array of strokes, not undefined$/],
        [() => raw([[[1, 2e100]]], FRAME), 'RangeError', /^strokes\[0\]\[0\]\[1\] .* not 2e\+100$/],
        [() => raw(SEVEN), 'TypeError', /^frame takes { width, height, pen }, not undefined$/],
        [() => raw(SEVEN, { ...FRAME, ink: 1 }), 'TypeError', /^unknown 'ink' in frame; there are width, /],
        [() => raw(SEVEN, { width: 1, height: 1 }), 'TypeError', /^frame.pen takes a number, not undefined$/],
        [() => raw(SEVEN, { ...FRAME, width: '1' }), 'TypeError', /^frame.width takes a number, not string$/],
        [() => raw(SEVEN, { ...FRAME, height: Number.NaN }), 'RangeError', /^frame.height .* not NaN$/],
        [
          () => raw(SEVEN, { ...FRAME, pen: 0 }),
          'RangeError',
          /^frame.pen takes a number from 0.000001 to 1000000, not 0$/,
        ],
        [() => raw(SEVEN, { ...FRAME, width: 2e6 }), 'RangeError', /^frame.width .* not 2000000$/],
      ],
      () => glassbox.rawDrawing(SEVEN, FRAME),
    );
  });
});
