import assert from 'node:assert/strict';
import { test } from 'node:test';
import { position, press, RESTING } from '../../web/ui/keyboard-pen.js';

/**
 * What keys do to an empty pad, or to one with strokes; `⇧` before a key is Shift.
 *
 * @param {string[]} keys
 * @param {number[][][]} [strokes]
 */
function after(keys, strokes = []) {
  let now = { pen: RESTING, strokes };
  for (const key of keys) {
    const next = press(now.pen, now.strokes, key.replace('⇧', ''), key.startsWith('⇧'));
    assert.ok(next, `${key} is one of its keys`);
    now = next;
  }
  return now;
}

test('arrows move the pen by a cell, with Shift by four, and no further than the edge', () => {
  assert.deepEqual(after(['ArrowLeft', 'ArrowUp', 'ArrowUp']).pen, { column: 12, row: 11, down: false });
  assert.deepEqual(after(['⇧ArrowRight', '⇧ArrowDown']).pen, { column: 17, row: 17, down: false });
  const far = Array(9).fill('⇧ArrowRight').concat(Array(9).fill('⇧ArrowUp'));
  assert.deepEqual(after(far).pen, { column: 27, row: 0, down: false });
});

test('the pen draws while it is down, through the middles of its cells', () => {
  const { pen, strokes } = after(['ArrowUp', ' ', 'ArrowDown', '⇧ArrowRight', ' ', 'ArrowLeft', ' ']);
  assert.deepEqual(pen, { column: 16, row: 13, down: true });
  assert.deepEqual(strokes, [
    [
      [13.5 / 28, 12.5 / 28],
      [13.5 / 28, 13.5 / 28],
      [17.5 / 28, 13.5 / 28],
    ],
    [[16.5 / 28, 13.5 / 28]],
  ]);
  assert.deepEqual(strokes[1][0], position(pen));
});

test('at the edge, a pen that is down adds no point', () => {
  const toCorner = Array(4).fill('⇧ArrowLeft');
  assert.deepEqual(after([...toCorner, ' ', 'ArrowLeft', 'ArrowLeft']).strokes, [[[0.5 / 28, 13.5 / 28]]]);
});

test('Backspace takes back the last stroke and lifts the pen, whoever drew it', () => {
  const drawn = [[[0.1, 0.2]]];
  assert.deepEqual(after([' ', 'ArrowDown', 'Backspace'], drawn), {
    pen: { ...RESTING, row: 14 },
    strokes: drawn,
  });
  assert.deepEqual(after(['Backspace', 'Backspace'], drawn), { pen: RESTING, strokes: [] });
});

test('Escape lifts a pen that is down; up, it is left to the page, as are all other keys', () => {
  assert.equal(after([' ', 'Escape']).pen.down, false);
  for (const key of ['Escape', 'Tab', 'Enter', 'a', 'toString']) {
    assert.equal(press(RESTING, [], key, false), null, key);
  }
});

test('what was given is not changed', () => {
  const stroke = [[0.1, 0.2]];
  const pen = Object.freeze({ column: 3, row: 4, down: true });
  const drawn = [stroke];
  for (const key of ['ArrowDown', ' ', 'Backspace']) press(pen, drawn, key, false);
  assert.deepEqual(drawn, [[[0.1, 0.2]]]);
  assert.equal(drawn[0], stroke);
});
