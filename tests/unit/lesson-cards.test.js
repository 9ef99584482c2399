import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { CARDS } from '../../web/features/lesson/cards.js';
import { newFile } from '../../web/shared/file-progress.js';
import { NO_PAGE, start, startAt } from './lesson-start.js';

test('where a network has made all its steps, a small step is made by a new one', () => {
  const { state, card, change, done, isDone, press } = startAt('A small step', { done: true, step: 500 });
  assert.equal(isDone(), false);
  assert.match(
    card.task(state),
    /^This network has made all its steps\..* This one is then gone for good\.$/,
  );
  press();
  assert.deepEqual(done, [['reset'], ['step']]);
  change({ generation: 1, done: false, step: 0 });
  assert.deepEqual([isDone(), card.task(state)], [false, 'Press Step to show the network one digit.']);
  assert.deepEqual(card.buttons?.(state), []);
  change({ step: 1 });
  assert.equal(isDone(), true);
  assert.match(card.after(state, NO_PAGE), /still about a tenth/);
});

test('where a network goes on learning, it is paused for a small step', () => {
  const { done, state, actions } = start();
  state.runs.main = { ...state.runs.main, active: true, step: 500 };
  state.lesson.card = CARDS.findIndex(({ title }) => title() === 'A small step');
  actions.watchLesson();
  assert.deepEqual(done, [['unpin'], ['pause']]);
});

for (const before of [
  { done: true, active: false },
  { done: false, active: true },
]) {
  test(`a network that has learned learns again from the beginning: ${JSON.stringify(before)}`, () => {
    const scores = [/** @type {any} */ ({ step: 400, accuracy: 0.97 })];
    const { state, card, page, change, done, isDone, press } = startAt('Again and again', {
      ...before,
      step: 500,
      scores,
    });
    assert.equal(card.live?.(state, page), 'Accuracy 97.00\u00a0% at step 400');
    change({ step: 600 });
    assert.equal(isDone(), false);
    assert.match(card.task(state), /^This network has learned already\..* This one is then gone for good\.$/);
    press();
    assert.deepEqual(done, [['reset'], ['train']]);
    change({ generation: 1, done: false, active: true, step: 1, scores: [] });
    assert.deepEqual([isDone(), card.task(state)], [false, 'Watch the accuracy.']);
    change({ active: false });
    assert.equal(card.task(state), 'Press Train and watch the accuracy.');
    change({ step: 700, scores });
    assert.equal(isDone(), true);
  });
}

test('no card is done before the visitor has done anything', () => {
  for (const { title, done } of CARDS) {
    const state = initialState(readLink(''));
    state.ready = true;
    assert.equal(done(state, state.runs.main, NO_PAGE), false, title());
  }
});

test('a node to blame is a bright one: of a dark one the card says that it is dark', () => {
  const { state, card, isDone, actions, page } = startAt('Blame', {});
  state.stage.shown = { about: 'record', index: 0 };
  assert.equal(card.almost?.(state, page), '');
  state.stage.pinned = { kind: 'node', index: 1 };
  assert.equal(card.almost?.(state, page), 'Loading the test records…', 'there is no error yet');
  state.records.test.mnist = { ...newFile('mnist_test.csv.gz', 'mnist'), state: 'failed' };
  assert.equal(card.almost?.(state, page), 'The test records could not be loaded.');
  /** @param {number} value @returns {unknown[]} */
  const pick = (value) => {
    state.stage.answer = /** @type {any} */ ({ hidden: [0, value], label: 7, outputs: [], who: [] });
    actions.watchLesson();
    return [isDone(), card.almost?.(state, page)];
  };
  assert.deepEqual(pick(0.49), [false, 'That node is dark. Find a brighter one, from 0.5.']);
  assert.deepEqual(pick(0.5), [true, '']);
});

test('where the stage shows nothing that a card needs, the card says so, or a button puts that back', () => {
  const hint = (/** @type {string} */ title) => {
    const { state, card, page } = startAt(title, {});
    state.stage.pinned = { kind: 'node', index: 0 };
    return card.almost?.(state, page);
  };
  for (const title of [
    'A picture is 784 numbers',
    'A weighted sum',
    'Squashing',
    'Tilting the page',
    'Fooling the network',
  ])
    assert.equal(hint(title), 'Draw a digit first.', title);
  for (const title of ['Error', 'Blame']) {
    assert.match(String(hint(title)), /^The page cannot know which digit you drew, so there is no error\./);
    const { state, press, done, card } = startAt(title, {});
    press();
    assert.deepEqual(done.at(-1), ['put', { about: 'record', index: 0 }]);
    state.stage.shown = { about: 'record', index: 0 };
    assert.deepEqual(card.buttons?.(state), []);
  }
});

test('where the stage shows a record, only the pad has the way back to the drawing that is to be tilted', () => {
  const { state, card, page } = startAt('Tilting the page', {});
  state.stage.strokes = [[[0.5, 0.5]]];
  const buttons = () => card.buttons?.(state).map(({ label }) => label);
  assert.deepEqual(buttons(), ['Tilt left', 'Tilt right']);
  state.stage.shown = { about: 'record', index: 0 };
  assert.deepEqual(buttons(), []);
  assert.equal(card.almost?.(state, page), 'Go back to the drawing to tilt it.');
});

test('the last card says why the visitor’s own network imagines less clear pictures, unless it is robust, too', () => {
  const { state, card, page, change } = startAt('Dreaming', {});
  const says = () => /learned from pictures made to fool it/.test(card.after(state, page));
  assert.equal(says(), false);
  change({ answering: /** @type {any} */ ({ kind: 'run' }) });
  assert.equal(says(), true);
  state.choice.settings.adversarial = 0.3;
  assert.equal(says(), false);
});

test('from the last card a button leads to how its pictures are made, if that is on the page', () => {
  const { state, card, press, done } = startAt('Dreaming', {});
  press();
  assert.deepEqual(done, [['goToCloser']]);
  state.hide = ['closer'];
  assert.deepEqual(card.buttons?.(state), []);
});

test('what a card has opened on the page is closed when the lesson goes on, not when the visitor leaves it', () => {
  const { state, done, actions } = startAt('Fooling the network', {});
  actions.nextCard();
  actions.watchLesson();
  assert.deepEqual(done, [['unpin'], ['openFoil', false], ['openTab', 'imagination']]);
  actions.previousCard();
  actions.watchLesson();
  done.length = 0;
  actions.leaveLesson();
  actions.watchLesson();
  assert.deepEqual([state.lesson.task, done], [null, []]);
});

test('a network is fooled once it reads another digit than before, and the robust one has been asked', () => {
  const { done, almost, after } = /** @type {typeof CARDS[number]} */ (
    CARDS.find(({ title }) => title() === 'Fooling the network')
  );
  const state = initialState(readLink(''));
  const outputs = (/** @type {number} */ digit) =>
    Float32Array.from({ length: 10 }, (_, k) => (k === digit ? 0.9 : 0));
  const picture = new Float32Array(784);
  const fooled = { inputs: picture, foil: picture, digit: 7, average: 0, largest: 0 };
  Object.assign(state.foil, { position: 1, answering: { ...fooled, outputs: [outputs(7), outputs(7)] } });
  assert.equal(done(state, state.runs.main, NO_PAGE), false);
  assert.equal(almost?.(state, NO_PAGE), 'It reads a 7 without any change. Choose another digit.');
  state.foil.answering = { ...fooled, average: 0.01, outputs: [outputs(4), outputs(7)] };
  assert.equal(done(state, state.runs.main, NO_PAGE), false);
  assert.equal(almost?.(state, NO_PAGE), 'For comparison, a second network is being fooled, too.');
  state.foil.robust = { ...fooled, average: 0.04, outputs: [outputs(4), outputs(7)] };
  assert.equal(done(state, state.runs.main, NO_PAGE), true);
  assert.match(after(state, NO_PAGE), /it takes 4\.0 times as much\.$/);
  state.foil.robust = { ...state.foil.robust, average: 0.0102 };
  assert.match(after(state, NO_PAGE), /usually take more\.$/, 'not: 1.0 times as much');
  Object.assign(state.foil, { robust: null, robustMissing: true });
  assert.equal(done(state, state.runs.main, NO_PAGE), true);
  assert.match(after(state, NO_PAGE), /usually take more\.$/);
  state.foil.position = 0;
  assert.equal(done(state, state.runs.main, NO_PAGE), false);
  state.foil.robust = { ...fooled, average: 0.04, outputs: [outputs(2), outputs(7)] };
  assert.match(
    after(state, NO_PAGE),
    /usually take more\.$/,
    'the robust one reads the picture as another digit',
  );
  // The visitor goes on and chooses what it reads anyway.
  state.foil.answering = { ...fooled, average: 0, outputs: [outputs(7), outputs(7)] };
  assert.match(after(state, NO_PAGE), /^Networks that have practised/, 'not: 0.0 % is enough');
});

test('each card is short: two to four sentences, and less than 220 letters', () => {
  const state = initialState(readLink(''));
  for (const card of CARDS) {
    const [title, text] = [card.title(), card.text(state)];
    const sentences = text.match(/[.!?]( |$)/g)?.length ?? 0;
    assert.ok(sentences >= 2 && sentences <= 4, `${title}: ${sentences} sentences`);
    assert.ok(text.length < 220, `${title}: ${text.length} letters`);
  }
});

test('the cards on learning count the records that there are: MNIST’s, own ones, or as many as are chosen', () => {
  const { text } = /** @type {import('../../web/features/lesson/card.js').Card} */ (
    CARDS.find(({ title }) => title() === 'Again and again')
  );
  const state = initialState(readLink(''));
  assert.match(text(state), /learn from 60,000 digits .* tested on 10,000 other digits/);
  const set = { name: 'ours.csv', own: true, heldOut: false, oddity: null };
  state.records.train.loaded = { ...set, records: 270 };
  state.records.test.loaded = { ...set, records: 30 };
  assert.match(text(state), /learn from 270 digits .* tested on 30 other digits/);
  state.choice.settings.records = 100;
  assert.match(text(state), /learn from 100 digits /);
});
