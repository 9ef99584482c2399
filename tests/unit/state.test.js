import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink, WHOLE_PAGE } from '../../web/app/link.js';
import { forgetWorker, initialState, takeMessage } from '../../web/app/page-state.js';
import { goTo, routeOf } from '../../web/app/route-state.js';
import { changeRun, currentRun, initialRun, latestScore } from '../../web/features/training/state.js';

/** @typedef {import('../../web/worker/messages.js').Message} Message */

/** @param {number} generation @param {number} step @returns {Message} */
const progress = (generation, step, run = 'main') => ({
  about: 'progress',
  run,
  generation,
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
  undoable: false,
  records: 'here',
});

/** @param {number} generation @param {number} step @returns {Message} */
const score = (generation, step, testSetVersion = 1) => ({
  about: 'score',
  run: 'main',
  generation,
  testSetVersion,
  step,
  accuracy: 0.5,
  correct: 1,
  total: 2,
  error: 0.02,
});

/** @param {number} generation @param {number} step @returns {Message} */
const metrics = (generation, step) => ({
  about: 'trainingMetrics',
  run: 'main',
  generation,
  step,
  accuracy: 0.5,
  error: 0.02,
});

/** @param {{ step: number }[]} points */
const steps = (points) => points.map(({ step }) => step);

/** @param {string} name @returns {Message} */
const set = (name) => ({
  about: 'set',
  kind: 'train',
  name,
  own: true,
  heldOut: false,
  records: 3,
  oddity: null,
});

/** @param {'loaded' | 'failed'} state @param {string} name @returns {Message} */
const file = (state, name) => ({
  about: 'file',
  kind: 'train',
  origin: 'own',
  name,
  state,
  bytes: 9,
  total: 9,
  records: 3,
  error:
    state === 'failed' ? { code: 'csv-empty-field', parameters: { row: 2, column: 1, found: 10 } } : null,
});

/** @type {any} none is asked */
const ASSISTANTS = { ports: [], module: {} };

test('a test record that is not among other test records gives the stage back to the drawing', () => {
  const state = initialState(readLink(''));
  state.stage.shown = { about: 'record', index: 3 };
  takeMessage(state, set('train.csv'));
  assert.deepEqual(state.stage.shown, { about: 'record', index: 3 });
  takeMessage(state, { .../** @type {any} */ (set('test.csv')), kind: 'test' });
  assert.deepEqual(state.stage.shown, { about: 'drawing' });
});

test('what is still told of an earlier generation of a run is dropped', () => {
  const state = initialState(readLink(''));
  takeMessage(state, progress(3, 50));
  takeMessage(state, progress(2, 90));
  takeMessage(state, score(2, 90));
  assert.equal(currentRun(state).step, 50);
  assert.deepEqual(currentRun(state).scores, []);
});

test('a new generation begins a new curve', () => {
  const state = initialState(readLink(''));
  takeMessage(state, progress(1, 50));
  takeMessage(state, score(1, 50));
  takeMessage(state, metrics(1, 50));
  changeRun(state, { viewedStep: 2 });
  assert.deepEqual([steps(currentRun(state).scores), steps(currentRun(state).trainingMetrics)], [[50], [50]]);
  takeMessage(state, progress(2, 0));
  assert.deepEqual(
    [currentRun(state).scores, currentRun(state).trainingMetrics, currentRun(state).viewedStep],
    [[], [], null],
  );
});

test('a score measured again takes the place of the one before', () => {
  const state = initialState(readLink(''));
  takeMessage(state, progress(1, 50));
  for (const step of [10, 20, 20]) takeMessage(state, score(1, step));
  assert.deepEqual(steps(currentRun(state).scores), [10, 20]);
});

test('a score of an earlier step is put where it belongs, and is the latest while that step is viewed', () => {
  const state = initialState(readLink(''));
  takeMessage(state, progress(1, 50));
  for (const step of [10, 40, 25]) takeMessage(state, score(1, step));
  assert.deepEqual(steps(currentRun(state).scores), [10, 25, 40]);
  for (const [viewedStep, latest] of [
    [null, 40],
    [30, 25],
    [25, 25],
    [9, undefined],
  ]) {
    changeRun(state, { viewedStep });
    assert.equal(latestScore(state)?.step, latest);
  }
});

test('curves stay bounded, and keep their ends and what comes last', () => {
  const state = initialState(readLink(''));
  takeMessage(state, progress(1, 5000));
  for (let step = 1; step <= 3000; step++) {
    takeMessage(state, score(1, step));
    takeMessage(state, metrics(1, step));
  }
  takeMessage(state, score(1, 7));
  for (const points of [currentRun(state).scores, currentRun(state).trainingMetrics]) {
    assert.ok(points.length > 250 && points.length <= 500, `${points.length} points`);
    assert.deepEqual([points[0].step, points.at(-1)?.step], [1, 3000]);
    assert.deepEqual(
      steps(points),
      [...new Set(steps(points))].sort((a, b) => a - b),
    );
  }
  assert.ok(steps(currentRun(state).scores).includes(7));
});

test('scores on other test records begin a new curve', () => {
  const state = initialState(readLink(''));
  takeMessage(state, progress(1, 50));
  takeMessage(state, score(1, 40, 1));
  takeMessage(state, score(1, 50, 2));
  assert.deepEqual(
    currentRun(state).scores.map(({ testSetVersion, step }) => [testSetVersion, step]),
    [[2, 50]],
  );
});

test('a file that fails is said by name, and the one in use stays', () => {
  const state = initialState(readLink(''));
  takeMessage(state, set('good.csv'));
  takeMessage(state, set('good.csv'));
  takeMessage(state, file('failed', 'bad.csv'));
  assert.equal(state.records.train.loaded?.name, 'good.csv');
  assert.equal(state.records.train.own?.name, 'bad.csv');
  takeMessage(state, set('better.csv'));
  assert.equal(state.records.train.own, null);
  assert.deepEqual(
    state.problems.map((problem) => problem()),
    [
      'bad.csv could not be loaded. Row 2, column 1: There is nothing where a number belongs. Correct the file, or choose one with a label and 784 pixels in each row.',
    ],
  );
});

test('why a file failed is said until it is loaded again', () => {
  const state = initialState(readLink(''));
  takeMessage(state, file('failed', 'bad.csv'));
  takeMessage(state, file('loaded', 'other.csv'));
  assert.equal(state.problems.length, 1);
  takeMessage(state, file('failed', 'bad.csv'));
  assert.equal(state.problems.length, 1);
  takeMessage(state, file('loaded', 'bad.csv'));
  assert.deepEqual(state.problems, []);
});

test('a restart of the worker resets all that belongs to it, and keeps what is the visitor’s', () => {
  const state = initialState(readLink('#seed=7'));
  const own = [{ sources: [{ name: 'good.csv', file: new Blob() }], place: null, kinds: ['train'] }];
  // What the visitor did.
  goTo(state, { ...WHOLE_PAGE, tab: 'mistakes', card: 2, present: true, hide: ['files'] });
  Object.assign(state, { scheme: 'dark', dialog: 'link', keyboard: { on: false } });
  const drawing = { strokes: [[[0.5, 0.5]]], earlier: [[]], digit: 0, prepared: false, examples: 3 };
  Object.assign(state.stage, drawing);
  Object.assign(state.lesson, { left: 4 });
  state.collection.person = 2;
  Object.assign(state.sharing, { offer: routeOf(state), copied: 'copied' });
  Object.assign(state.imagination, { chosen: { kind: 'blend', first: 6, second: 1, share: 0.3 } });
  Object.assign(state.nodes, { seen: true });
  Object.assign(state.teaching, { sheet: 'solution', turn: 2 });
  Object.assign(state.records, { own, holdOut: false });
  const expected = initialState(state.choice);
  expected.problems = [() => 'The network has stopped working. There is not enough memory.'];
  Object.assign(expected, { scheme: 'dark', dialog: 'link', keyboard: { on: false } });
  goTo(expected, routeOf(state));
  Object.assign(expected.stage, drawing);
  Object.assign(expected.lesson, { left: 4 });
  expected.sharing = state.sharing;
  expected.collection = state.collection;
  expected.imagination.chosen = state.imagination.chosen;
  expected.nodes.seen = true;
  Object.assign(expected.teaching, { sheet: 'solution', turn: 2 });
  Object.assign(expected.records, { own, holdOut: false });
  // The run may be what it died of.
  expected.keeping.isRestarted = true;
  // What came of it in the worker.
  takeMessage(state, { about: 'ready', error: null, ...ASSISTANTS });
  takeMessage(state, progress(1, 50));
  takeMessage(state, score(1, 50));
  takeMessage(state, file('loaded', 'good.csv'));
  takeMessage(state, file('failed', 'bad.csv'));
  changeRun(state, { speed: 10, viewedStep: 2, rewinding: true });
  Object.assign(state.stage, {
    shown: { about: 'training' },
    answered: state.stage.strokes,
    asking: true,
    pinned: { kind: 'node', index: 3 },
    pointed: { kind: 'pixel', index: 3 },
  });
  Object.assign(state.nodes, { throttle: { opensAt: 9 } });
  Object.assign(state.mistakes, { cell: { label: 4, answer: 9 }, throttle: { opensAt: 9 } });
  Object.assign(state.microscope, { page: 3, seeking: true });
  Object.assign(state.teaching, { status: 'working' });
  Object.assign(state.imagination, { ascending: true, throttle: { opensAt: 9 } });
  Object.assign(state.lesson, { task: { card: 1, start: currentRun(state), said: 'Done.', tilt: null } });
  Object.assign(state, { ready: false, dead: true, problems: expected.problems });
  forgetWorker(state);
  assert.deepEqual(state, { ...expected, problems: [] });
});

test('what is explained of a network that has gone is let go', () => {
  const state = initialState(readLink(''));
  /** @param {number} hiddenNodes @returns {Message} */
  const answering = (hiddenNodes) => ({
    about: 'answering',
    run: 'main',
    generation: 1,
    answering: { kind: 'bundled', isTrained: true, hiddenNodes },
  });
  takeMessage(state, answering(800));
  state.stage.pinned = { kind: 'node', index: 700 };
  state.stage.pointed = { kind: 'pixel', index: 700 };
  takeMessage(state, answering(200));
  assert.equal(state.stage.pinned, null);
  assert.deepEqual(state.stage.pointed, { kind: 'pixel', index: 700 });
});

test('what is told of another run leaves the one on the page alone', () => {
  const state = initialState(readLink(''));
  state.runs.other = initialRun(state.choice.settings);
  takeMessage(state, progress(1, 50));
  takeMessage(state, progress(1, 90, 'other'));
  assert.deepEqual([currentRun(state).step, state.runs.other.step], [50, 90]);
  state.runId = 'other';
  assert.equal(currentRun(state).step, 90);
});
