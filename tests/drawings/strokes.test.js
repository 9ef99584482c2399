// Files of drawings, as `make drawings` reads them.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../helpers.js';
import { folder, ONE, SEVEN, written } from './examples.js';
import { readDrawings } from './strokes.js';

const program = fileURLToPath(new URL('drawings.js', import.meta.url));

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
