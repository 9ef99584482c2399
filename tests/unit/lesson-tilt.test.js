// The lesson's card on tilting.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { CARDS } from '../../web/features/lesson/cards.js';
import { straighten } from '../../web/features/lesson/tilt.js';
import { turned } from '../../web/features/lesson/turned.js';

/** The card does nothing with the page until it is tilted. */
const NO_PAGE = /** @type {import('../../web/features/lesson/actions.js').Drive} */ ({});

test('a drawing that is turned keeps its size and its middle, and turned back is what it was', () => {
  const strokes = [
    [
      [0.2, 0.3],
      [0.6, 0.3],
    ],
    [[0.4, 0.9]],
  ];
  const right = turned(strokes, 90);
  const expected = [
    [
      [0.6, 0.3],
      [0.6, 0.7],
    ],
    [[0, 0.5]],
  ];
  const near = (/** @type {number[][][]} */ found, /** @type {number[][][]} */ wanted) => {
    assert.deepEqual(
      found.map((stroke) => stroke.length),
      wanted.map((stroke) => stroke.length),
    );
    for (const [i, value] of found.flat(2).entries()) {
      assert.ok(Math.abs(value - wanted.flat(2)[i]) < 1e-9, JSON.stringify(found));
    }
  };
  near(right, expected);
  near(turned(right, -90), strokes);
  assert.deepEqual(turned([], 15), []);
});

/** An answer that reads a digit. @param {number} digit */
const reading = (digit) =>
  /** @type {any} */ ({
    outputs: Float32Array.from({ length: 10 }, (_, output) => Number(output === digit)),
  });

test('tilting is done when the answer has changed, or after six times; another drawing begins anew', () => {
  const state = initialState(readLink(''));
  const card = CARDS.findIndex(({ title }) => title() === 'Tilting the page');
  const { stage } = state;
  state.ready = true;
  const { buttons, done, almost } = CARDS[card];
  const [left, right] = buttons?.(state) ?? [];
  const page = /** @type {any} */ ({
    draw: (/** @type {number[][][]} */ to) => Object.assign(stage, { strokes: to }),
  });
  /** @param {number} digit */
  const answer = (digit) => Object.assign(stage, { answer: reading(digit), answered: stage.strokes });
  const begin = () => {
    stage.strokes = [
      [
        [0.2, 0.3],
        [0.6, 0.9],
      ],
    ];
    answer(4);
  };
  const start = state.runs.main;
  Object.assign(state.lesson, { card, task: { card, start, done: false, tilt: null } });
  begin();
  right.does(page, state);
  stage.answer = reading(9);
  assert.equal(almost?.(state, NO_PAGE), '', 'answered is the drawing before');
  answer(4);
  assert.deepEqual(
    [done(state, start, NO_PAGE), almost?.(state, NO_PAGE)],
    [false, 'Tilted by 15° to the right, it is still read as 4. Keep tilting.'],
  );
  right.does(page, state);
  answer(9);
  assert.equal(done(state, start, NO_PAGE), true);
  const [upright] = [state.lesson.task?.tilt?.upright];
  stage.answer = /** @type {any} */ ({ outputs: new Float32Array(10).fill(0.1) });
  assert.match(String(almost?.(state, NO_PAGE)), /^Tilted by 30° to the right, the 4 is read as no digit\./);
  const tiltedTwice = stage.strokes;
  left.does(page, state);
  // Undo
  stage.strokes = tiltedTwice;
  right.does(page, state);
  answer(9);
  assert.match(String(almost?.(state, NO_PAGE)), /^Tilted by 45° to the right, the 4 is read as 9\./);
  stage.strokes = tiltedTwice;
  straighten(page, state);
  assert.equal(stage.strokes, upright);
  begin();
  assert.equal(done(state, start, NO_PAGE), false);
  for (let times = 1; times <= 6; times++) {
    assert.equal(done(state, start, NO_PAGE), false, `${times}`);
    left.does(page, state);
    answer(4);
  }
  assert.equal(done(state, start, NO_PAGE), true);
});
