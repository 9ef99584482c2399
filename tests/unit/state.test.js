import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink, WHOLE_PAGE } from '../../web/app/link.js';
import { forgetWorker, initialState, latestScore, takeMessage } from '../../web/app/page-state.js';
import { goTo, routeOf, visible } from '../../web/app/route-state.js';

/** @typedef {import('../../web/worker/messages.js').Message} Message */

/** @param {number} number @param {number} step @returns {Message} */
const run = (number, step) => ({
  about: 'run',
  number,
  step,
  active: true,
  epoch: 0,
  epochs: 10,
  steps: 100,
  done: false,
  recordsPerSecond: 5,
  learningRate: 0.1,
  nextLearningRate: 0.1,
  learningRateChanged: false,
  snapshots: [0, 1, 2],
  snapshotBytes: 300,
});

/** @param {number} number @param {number} step @param {number} [testSetVersion] @returns {Message} */
const score = (number, step, testSetVersion = 1) => ({
  about: 'score',
  number,
  testSetVersion,
  step,
  accuracy: 0.5,
  correct: 1,
  total: 2,
  error: 0.02,
});

/** @param {number} number @param {number} step @returns {Message} */
const metrics = (number, step) => ({ about: 'trainingMetrics', number, step, accuracy: 0.5, error: 0.02 });

/** @param {{ step: number }[]} points */
const steps = (points) => points.map(({ step }) => step);

/** @param {'loaded' | 'failed'} state @param {string} name @returns {Message} */
const file = (state, name) => ({
  about: 'file',
  kind: 'train',
  name,
  state,
  bytes: 9,
  total: 9,
  records: 3,
  problem: state === 'failed' ? 'row 2, column 1: the row is empty' : '',
});

test('what a run that is over still tells is dropped', () => {
  const state = initialState(readLink(''));
  takeMessage(state, run(3, 50));
  takeMessage(state, run(2, 90));
  takeMessage(state, score(2, 90));
  assert.equal(state.run.step, 50);
  assert.deepEqual(state.scores, []);
});

test('a new run begins a new curve', () => {
  const state = initialState(readLink(''));
  takeMessage(state, run(1, 50));
  takeMessage(state, score(1, 50));
  takeMessage(state, metrics(1, 50));
  state.viewedStep = 2;
  assert.deepEqual([steps(state.scores), steps(state.trainingMetrics)], [[50], [50]]);
  takeMessage(state, run(2, 0));
  assert.deepEqual([state.scores, state.trainingMetrics, state.viewedStep], [[], [], null]);
});

test('a score measured again takes the place of the one before', () => {
  const state = initialState(readLink(''));
  takeMessage(state, run(1, 50));
  for (const step of [10, 20, 20]) takeMessage(state, score(1, step));
  assert.deepEqual(steps(state.scores), [10, 20]);
});

test('a score of the past is put where it belongs, and is the latest while one looks back', () => {
  const state = initialState(readLink(''));
  takeMessage(state, run(1, 50));
  for (const step of [10, 40, 25]) takeMessage(state, score(1, step));
  assert.deepEqual(steps(state.scores), [10, 25, 40]);
  for (const [viewedStep, latest] of [
    [null, 40],
    [30, 25],
    [25, 25],
    [9, undefined],
  ]) {
    state.viewedStep = viewedStep ?? null;
    assert.equal(latestScore(state)?.step, latest);
  }
});

test('curves stay bounded, and keep their ends and what comes last', () => {
  const state = initialState(readLink(''));
  takeMessage(state, run(1, 5000));
  for (let step = 1; step <= 3000; step++) {
    takeMessage(state, score(1, step));
    takeMessage(state, metrics(1, step));
  }
  takeMessage(state, score(1, 7));
  for (const points of [state.scores, state.trainingMetrics]) {
    assert.ok(points.length > 250 && points.length <= 500, `${points.length} points`);
    assert.deepEqual([points[0].step, points.at(-1)?.step], [1, 3000]);
    assert.deepEqual(
      steps(points),
      [...new Set(steps(points))].sort((a, b) => a - b),
    );
  }
  assert.ok(steps(state.scores).includes(7));
});

test('scores on other test records begin a new curve', () => {
  const state = initialState(readLink(''));
  takeMessage(state, run(1, 50));
  takeMessage(state, score(1, 40, 1));
  takeMessage(state, score(1, 50, 2));
  assert.deepEqual(
    state.scores.map(({ testSetVersion, step }) => [testSetVersion, step]),
    [[2, 50]],
  );
});

test('a file that fails is said by name, and the one in use stays', () => {
  const state = initialState(readLink(''));
  takeMessage(state, file('loaded', 'good.csv'));
  takeMessage(state, file('failed', 'bad.csv'));
  assert.equal(state.files.train.loaded?.name, 'good.csv');
  assert.equal(state.files.train.latest?.name, 'bad.csv');
  assert.deepEqual(state.problems, ['bad.csv: row 2, column 1: the row is empty']);
});

test('of a dead worker only the choices and the drawing are kept', () => {
  const state = initialState(readLink('#seed=7'));
  state.strokes = [[[0.5, 0.5]]];
  state.prepared = false;
  state.scheme = 'dark';
  state.imagination.chosen = { ...state.imagination.chosen, first: 6 };
  state.imagination.ascending = true;
  goTo(state, { tab: 'mistakes', card: 2, present: true, hide: ['files'] });
  state.tools = { ...state.tools, keysOn: false };
  takeMessage(state, run(1, 50));
  takeMessage(state, file('loaded', 'good.csv'));
  forgetWorker(state);
  assert.equal(state.choice.settings.seed, 7);
  assert.deepEqual(state.strokes, [[[0.5, 0.5]]]);
  assert.equal(state.prepared, false);
  assert.equal(state.scheme, 'dark');
  assert.equal(state.imagination.chosen.first, 6);
  assert.equal(state.imagination.ascending, false);
  assert.deepEqual(routeOf(state), { tab: 'mistakes', card: 2, present: true, hide: ['files'] });
  assert.equal(state.tools.keysOn, false);
  assert.equal(state.run.step, 0);
  assert.equal(state.files.train.loaded, null);
});

test('a link to where another link led is that link', () => {
  const state = initialState(readLink(''));
  /** @type {import('../../web/app/link.js').Route[]} */
  const routes = [
    WHOLE_PAGE,
    { tab: 'nodes', card: null, present: false, hide: ['training', 'settings'] },
    { tab: 'microscope', card: 4, present: true, hide: [] },
    { tab: null, card: 1, present: true, hide: ['closer'] },
  ];
  for (const route of routes) {
    goTo(state, route);
    assert.deepEqual(routeOf(state), route);
  }
});

test('a presentation shows the stage alone, or the tabs where the link opens one that is not hidden', () => {
  const state = initialState(readLink(''));
  const shown = () =>
    /** @type {const} */ (['stage', 'closer', 'training', 'settings', 'preparation']).filter((part) =>
      visible(state, part),
    );
  goTo(state, { ...WHOLE_PAGE, hide: ['settings'] });
  assert.deepEqual(shown(), ['stage', 'closer', 'training', 'preparation']);
  goTo(state, { ...WHOLE_PAGE, present: true });
  assert.deepEqual(shown(), ['stage']);
  goTo(state, { ...WHOLE_PAGE, present: true, tab: 'mistakes' });
  assert.deepEqual(shown(), ['closer']);
  goTo(state, { ...WHOLE_PAGE, present: true, tab: 'mistakes', hide: ['closer'] });
  assert.deepEqual(shown(), ['stage']);
});

test('what is explained of a network that has gone is let go', () => {
  const state = initialState(readLink(''));
  const pictures = new Float32Array(7840);
  takeMessage(state, { about: 'pictures', number: 1, pictures, hiddenNodes: 800 });
  state.pinned = { kind: 'node', index: 700 };
  state.pointed = { kind: 'pixel', index: 700 };
  takeMessage(state, { about: 'pictures', number: 1, pictures, hiddenNodes: 200 });
  assert.equal(state.pinned, null);
  assert.deepEqual(state.pointed, { kind: 'pixel', index: 700 });
});
