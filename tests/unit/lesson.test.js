import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CARDS } from '../../web/features/lesson/cards.js';
import { lesson } from '../../web/features/lesson/lesson.js';
import { NO_PAGE, start } from './lesson-start.js';

test('a card waits for the page and what it has kept, prepares it once, and keeps nothing pointed at', () => {
  const { state, done, actions } = start();
  state.lesson.card = 7;
  for (const missing of [{ ready: false }, { keeping: { ...state.keeping, isOpened: false } }]) {
    const before = { ...state };
    Object.assign(state, missing);
    actions.watchLesson();
    assert.deepEqual([state.lesson.task, done], [null, []]);
    Object.assign(state, before);
  }
  actions.watchLesson();
  actions.watchLesson();
  assert.equal(state.lesson.task?.card, 7);
  assert.deepEqual(done, [['unpin'], ['changeSpeed', Number.POSITIVE_INFINITY]]);
});

/** All that a template is given. @param {any} part @returns {any[]} */
const valuesIn = (part) =>
  Array.isArray(part) ? part.flatMap(valuesIn) : part?.values ? valuesIn(part.values) : [part];

test('a card says nothing of what is missing before it has been opened, which may put it there', () => {
  const { state, actions } = start();
  state.lesson.card = 0;
  const says = () =>
    valuesIn(lesson(state, /** @type {any} */ (actions), '')).includes('Draw a digit first.');
  assert.equal(says(), false);
  actions.watchLesson();
  assert.equal(says(), true);
});

test('what was done once stays done, and the number is that of now', () => {
  const { state, actions } = start();
  const [{ live }] = CARDS;
  actions.startLesson();
  actions.watchLesson();
  assert.equal(state.lesson.task?.done, false);
  state.stage.answer = /** @type {any} */ ({ inputs: new Float32Array(784).fill(0.25) });
  state.stage.pinned = { kind: 'pixel', index: 29 };
  actions.watchLesson();
  assert.equal(live?.(state, NO_PAGE), 'The number at row 2, column 2: 0.25');
  state.stage.pinned = { kind: 'pixel', index: 30 };
  state.stage.answer = /** @type {any} */ ({ inputs: new Float32Array(784).fill(0.75) });
  assert.equal(live?.(state, NO_PAGE), 'The number at row 2, column 3: 0.75');
  state.stage.pinned = null;
  actions.watchLesson();
  assert.equal(live?.(state, NO_PAGE), '');
  assert.equal(state.lesson.task?.done, true);
});

test('a card folds, and the next one is open', () => {
  const { state, actions } = start();
  actions.startLesson();
  actions.watchLesson();
  actions.foldCard();
  assert.equal(state.lesson.folded, true);
  actions.foldCard();
  assert.equal(state.lesson.folded, false);
  actions.watchLesson();
  actions.foldCard();
  actions.nextCard();
  actions.watchLesson();
  assert.equal(state.lesson.folded, false);
});

test('the lesson goes on and back, is taken up where it was left, and begins anew after its end', () => {
  const { state, actions } = start();
  actions.startLesson();
  actions.previousCard();
  assert.equal(state.lesson.card, 0);
  for (let card = 1; card < CARDS.length; card++) {
    actions.nextCard();
    assert.equal(state.lesson.card, card);
  }
  actions.previousCard();
  actions.leaveLesson();
  actions.watchLesson();
  assert.deepEqual([state.lesson.card, state.lesson.task], [null, null]);
  actions.nextCard();
  actions.previousCard();
  assert.equal(state.lesson.card, null);
  actions.startLesson();
  assert.equal(state.lesson.card, CARDS.length - 2);
  actions.nextCard();
  actions.nextCard();
  assert.equal(state.lesson.card, null);
  actions.startLesson();
  assert.equal(state.lesson.card, 0);
});

test('a link to a card that is not there is a problem that says which there are', () => {
  const { state, actions } = start();
  state.lesson.card = CARDS.length;
  actions.watchLesson();
  assert.equal(state.lesson.card, null);
  assert.deepEqual(
    state.problems.map((problem) => problem()),
    [`The link asks for card ${CARDS.length + 1} of the lesson, which has ${CARDS.length}.`],
  );
});
