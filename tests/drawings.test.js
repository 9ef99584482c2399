// `make drawings`: files of drawings, what is measured on them, and what is told of it.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadGlassbox } from '../web/glassbox.js';
import { measureDrawings } from './drawings/measure.js';
import { boxOnly, canvasOf, extent, movedAtRandom, raw } from './drawings/preparations.js';
import { contactSheet, textReport } from './drawings/report.js';
import { readDrawings } from './drawings/strokes.js';
import { run, targetsFor, uniform } from './helpers.js';

/** @typedef {import('./drawings/strokes.js').Strokes} Strokes */

const glassbox = await loadGlassbox();
const folder = await mkdtemp(join(tmpdir(), 'drawings-'));
after(() => rm(folder, { recursive: true }));

const program = fileURLToPath(new URL('drawings/drawings.js', import.meta.url));

/** @type {Strokes} */
const ZERO = [Array.from({ length: 25 }, (_, i) => turned(i / 24, 30, 45))];
/** @type {Strokes} */
const ONE = [
  [
    [200, 100],
    [200, 250],
  ],
];
/** @type {Strokes} */
const SEVEN = [
  [
    [10, 10],
    [90, 10],
    [40, 130],
  ],
];

/** A point of an ellipse. @param {number} turn @param {number} a @param {number} b */
function turned(turn, a, b) {
  return [100 + a * Math.sin(2 * Math.PI * turn), 100 + b * Math.cos(2 * Math.PI * turn)];
}

/** @param {string} content */
async function written(content) {
  const path = join(folder, 'drawings.jsonl');
  await writeFile(path, content);
  return path;
}

/** @param {{ label: number, strokes: Strokes }[]} drawings */
async function read(drawings) {
  return readDrawings(await written(drawings.map((drawing) => `${JSON.stringify(drawing)}\n`).join('')));
}

/** A small network that has learned three drawings. */
function trained() {
  const network = glassbox.network({ hiddenNodes: 20, learningRate: 0.3, seed: 1 });
  for (let round = 0; round < 200; round++) {
    for (const [label, strokes] of /** @type {[number, Strokes][]} */ ([
      [0, ZERO],
      [1, ONE],
      [7, SEVEN],
    ])) {
      const drawing = glassbox.drawing(strokes);
      assert.ok(drawing);
      network.train(drawing.inputs, targetsFor(label));
    }
  }
  return network;
}

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

describe('a file of drawings', () => {
  test('a line is a drawing; other keys, pressure and a missing last newline do not matter', async () => {
    const pressed = ONE.map((stroke) => stroke.map((point) => [...point, 0.5]));
    const lines = [
      JSON.stringify({ label: 1, strokes: pressed }),
      JSON.stringify({ writer: 5, strokes: SEVEN, label: 7 }),
    ];
    const wanted = [
      { line: 1, label: 1, strokes: ONE },
      { line: 2, label: 7, strokes: SEVEN },
    ];
    assert.deepEqual(await readDrawings(await written(lines.join('\n'))), wanted);
    assert.deepEqual(await readDrawings(await written(`${lines.join('\r\n')}\r\n`)), wanted);
  });

  test('a malformed line is refused: file, line and fault are named', async () => {
    const good = JSON.stringify({ label: 1, strokes: ONE });
    /** @type {[string, RegExp][]} */
    const faults = [
      ['', /: Unexpected end of JSON input$/],
      ['{"label": 1, "strokes": [[[0, 0]', /: .*JSON/],
      ['7', /: a drawing is an object \{ label, strokes \}, not number$/],
      ['null', /: a drawing is an object \{ label, strokes \}, not null$/],
      ['[1, [[[0, 0]]]]', /: a drawing is an object \{ label, strokes \}, not Array$/],
      ['{"strokes": [[[0, 0]]]}', /: label takes a number, not undefined$/],
      ['{"label": "1", "strokes": [[[0, 0]]]}', /: label takes a number, not string$/],
      ['{"label": 10, "strokes": [[[0, 0]]]}', /: label takes a whole number from 0 to 9, not 10$/],
      ['{"label": 1}', /: strokes takes an array of strokes, not undefined$/],
      ['{"label": 1, "strokes": []}', /: strokes is empty$/],
      ['{"label": 1, "strokes": [[[0, 0]], []]}', /: strokes\[1\] has no point$/],
      ['{"label": 1, "strokes": [[0, 0]]}', /: strokes\[0\]\[0\] takes a point \[x, y\], not number$/],
      ['{"label": 1, "strokes": [[[0]]]}', /: strokes\[0\]\[0\] takes a point \[x, y\], not Array$/],
      ['{"label": 1, "strokes": [[[0, "5"]]]}', /: strokes\[0\]\[0\]\[1\] takes a number, not string$/],
    ];
    for (const [line, fault] of faults) {
      const path = await written(`${good}\n${line}\n${good}\n`);
      await assert.rejects(readDrawings(path), (/** @type {Error} */ { message }) => {
        assert.ok(message.startsWith(`${path}, line 2: `), message);
        assert.match(message, fault);
        return true;
      });
    }
    await assert.rejects(readDrawings(await written('')), /drawings\.jsonl: the file is empty$/);
  });

  test('the program says in one line what is wrong with its file, and fails', async () => {
    const malformed = await written('{"label": 1, "strokes": []}\n');
    /** @type {[string[], RegExp][]} */
    const calls = [
      [[], /^which drawings\? make drawings FILE=path\.jsonl\n$/],
      [[''], /^which drawings\? make drawings FILE=path\.jsonl\n$/],
      [[join(folder, 'none.jsonl')], /^.*no such file.*none\.jsonl'\n$/],
      [[folder], /^.*directory.*\n$/],
      [[malformed], /^.*drawings\.jsonl, line 1: strokes is empty\n$/],
    ];
    for (const [args, message] of calls) {
      const { code, stdout, stderr } = await run(process.execPath, [program, ...args]);
      assert.equal(code, 1);
      assert.equal(stdout.toString(), '');
      assert.match(stderr, message);
    }
  });
});

describe('preparations', () => {
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
});

describe('figures', () => {
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
});

describe('what is told', () => {
  test('the text has the shares, the confusion matrix, the preparations and the time', async () => {
    const drawings = await read([
      { label: 1, strokes: ONE },
      { label: 7, strokes: ONE },
      { label: 7, strokes: SEVEN },
    ]);
    const text = textReport(measureDrawings(glassbox, trained(), drawings));
    assert.match(text, /^2 of 3 drawings are read right: 66\.7 %$/m);
    assert.match(text, /^ {2}1 +100\.0 % +1 of 1$/m);
    assert.match(text, /^ {2}7 +50\.0 % +1 of 2$/m);
    assert.match(text, /^ {2}9 +- +0 of 0$/m);
    assert.match(text, /^ +0 +1 +2 +3 +4 +5 +6 +7 +8 +9\n( +\d){11}\n( +\d){11}\n/m);
    assert.match(text, /^ +7 +0 +1 +0 +0 +0 +0 +0 +1 +0 +0$/m);
    assert.match(text, /^ {2}glassbox\.drawing\(\) +66\.7 % +66\.7 %$/m);
    assert.match(text, /^ {2}box only/m);
    assert.match(text, /^ {2}raw/m);
    assert.match(text, /^from 500 points to the answer: \d+\.\d{3} ms \(median\)$/m);
  });

  test('the contact sheet shows each failure and needs no other file', async () => {
    const drawings = await read([
      { label: 1, strokes: ONE },
      { label: 7, strokes: ONE },
      { label: 2, strokes: [[[5, 5]]] },
    ]);
    const figures = measureDrawings(glassbox, trained(), drawings);
    const page = contactSheet(figures);
    assert.equal(page.match(/<figure>/g)?.length, figures.failures.length);
    assert.match(page, /2: <b>7<\/b> read as <b>1<\/b> \(0\.\d\d\), then\s\d \(0\.\d\d\)/);
    assert.match(page, /d="M200,100L200,250"/);
    const greys = Buffer.from(/data-greys="([^"]+)"/.exec(page)?.[1] ?? '', 'base64');
    assert.deepEqual(new Uint8Array(greys), figures.failures[0].pixels);
    assert.doesNotMatch(page, /https?:|src=|href=|NaN|undefined/);
  });
});
