import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { foilActions } from '../../web/features/foil/actions.js';
import { POSITIONS } from '../../web/features/foil/change.js';
import { outcome } from '../../web/features/foil/texts.js';

/** @param {Partial<import('../../web/features/foil/questions.js').Fooled>} [about] */
const fooled = (about) => ({
  inputs: new Float32Array(784),
  digit: 4,
  foil: new Float32Array(784),
  average: 0.05,
  largest: 0.5,
  outputs: [Float32Array.of(0, 0, 0, 0, 0, 0, 0, 0.9, 0, 0)],
  ...about,
});

/** A page that is ready, with a worker that notes what it is asked. */
function watchedPage() {
  const state = initialState(readLink(''));
  state.ready = true;
  /** @type {unknown[]} */
  const asked = [];
  const worker = {
    foil: {
      foolAnswering: async (/** @type {unknown[]} */ ...[, , digit]) => {
        asked.push(digit);
        return fooled();
      },
      foolRobust: async (/** @type {unknown[]} */ ..._args) => {
        asked.push('robust');
        if (worker.offline) throw new Error('offline');
        return fooled({ average: 0.1 });
      },
    },
    offline: false,
  };
  const context = {
    state,
    worker: () => /** @type {any} */ (worker),
    show() {},
    attempt: (/** @type {Promise<any>} */ call) => call.catch(() => null),
    addProblem: (/** @type {() => string} */ problem) => assert.fail(problem()),
  };
  const actions = foilActions(context, () => ({ about: 'record', index: 0 }));
  return { state, asked, worker, actions };
}

const settled = () => new Promise(setImmediate);

test('while it is closed, nothing is asked', async () => {
  const { state, asked, actions } = watchedPage();
  actions.foolAnew();
  actions.foolShown();
  actions.foolInto(3);
  await settled();
  assert.deepEqual(asked, []);
  assert.equal(state.foil.digit, 3);
});

test('once open, both networks are asked, anew with each picture and each digit', async () => {
  const { state, asked, actions } = watchedPage();
  actions.openFoil(true);
  assert.equal(state.foil.position, POSITIONS);
  await settled();
  assert.deepEqual(asked, [null, 'robust']);
  assert.deepEqual([state.foil.answering?.average, state.foil.robust?.average], [0.05, 0.1]);
  actions.foolShown();
  await settled();
  assert.equal(asked.length, 2, 'the stage shows the same');
  state.stage.strokes = [[[0, 0]]];
  actions.foolShown();
  await settled();
  actions.foolInto(8);
  await settled();
  assert.deepEqual(asked, [null, 'robust', null, 'robust', 8, 'robust']);
  actions.changeBy(3);
  await settled();
  assert.equal(asked.length, 6, 'the slider asks nothing');
});

test('a network that learns is asked twice a second at most', async (context) => {
  const clock = { now: 5000 };
  context.mock.method(performance, 'now', () => clock.now);
  const { state, asked, actions } = watchedPage();
  actions.openFoil(true);
  await settled();
  state.runs.main.active = true;
  for (let change = 0; change < 10; change++) {
    actions.foolAnew();
    await settled();
  }
  assert.equal(asked.length, 4);
  clock.now += 500;
  actions.foolAnew();
  await settled();
  assert.equal(asked.length, 6);
});

test('a robust network that could not be loaded is asked again when it is opened again', async () => {
  const { state, asked, worker, actions } = watchedPage();
  worker.offline = true;
  actions.openFoil(true);
  await settled();
  assert.ok(state.foil.answering && state.foil.robustMissing);
  actions.foolAnew();
  await settled();
  assert.deepEqual(asked, [null, 'robust', null]);
  assert.ok(state.foil.robustMissing);
  worker.offline = false;
  actions.openFoil(false);
  actions.openFoil(true);
  await settled();
  assert.ok(state.foil.robust && !state.foil.robustMissing);
});

test('it is said how much it takes, how much more than of another network, or that there is nothing', () => {
  assert.equal(
    outcome(fooled(), null),
    'It takes 5.0\u00a0% of full ink per pixel on average, and 50\u00a0% at most.',
  );
  assert.equal(
    outcome(fooled({ average: 0.1 }), fooled()),
    'It takes 10.0\u00a0% of full ink per pixel on average, 2.0 times as much, and 50\u00a0% at most.',
  );
  const otherwise = [Float32Array.of(0, 0.9, 0, 0, 0, 0, 0, 0, 0, 0)];
  assert.doesNotMatch(outcome(fooled({ outputs: otherwise }), fooled()), /times/, 'it is read differently');
  assert.doesNotMatch(outcome(fooled(), fooled({ foil: null, average: 0 })), /times/);
  assert.match(
    outcome(fooled({ digit: 8, foil: null }), null),
    /^No change was found that makes it read an 8\./,
  );
  assert.match(outcome(fooled({ digit: 7 }), null), /^It reads this as 7 without any change\./);
});
