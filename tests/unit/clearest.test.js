import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { imaginationActions } from '../../web/features/imagination/actions.js';
import { words } from '../../web/features/imagination/clearest.js';
import { stepsToSearch } from '../../web/features/imagination/search.js';
import { nextTask } from '../../web/shared/next-task.js';

/** @typedef {{ read: number, sum: number }} Clarity */

/** The steps of the snapshots of a run of some steps. @param {number} steps */
function snapshotsOf(steps) {
  const taken = [0];
  for (let step = 1; step <= steps; step += Math.max(1, Math.floor(step / 10))) taken.push(step);
  return taken;
}

/**
 * A page on which a run has been trained, with a worker that knows how clear each snapshot is.
 *
 * @param {number[]} snapshots
 * @param {(step: number | null, digits: number[]) => Clarity} clarity of one task
 */
function trainedPage(snapshots, clarity) {
  const state = initialState(readLink(''));
  state.ready = true;
  const step = Number(snapshots.at(-1)) + 1;
  state.runs.main = { ...state.runs.main, snapshots, step };
  /** @type {[number | null, string, number[]][]} */
  const asked = [];
  /** @type {(number | null)[]} */
  const rewound = [];
  const worker = {
    imagination: {
      async clarity(
        /** @type {string} */ _,
        /** @type {number | null} */ step,
        /** @type {string} */ way,
        digits = [0],
      ) {
        await nextTask();
        asked.push([step, way, digits]);
        return clarity(step, digits);
      },
    },
    runs: { imagineBy: async () => null },
  };
  const context = {
    state,
    worker: () => /** @type {any} */ (worker),
    show() {},
    attempt: (/** @type {Promise<any>} */ call) => call,
    addProblem: (/** @type {() => string} */ problem) => assert.fail(problem()),
  };
  const actions = imaginationActions(context, { rewind: (step) => rewound.push(step) });
  return { state, asked, rewound, actions };
}

/** Clearest at about a step. @param {number} best */
const around = (best) => (/** @type {number | null} */ step, /** @type {number[]} */ digits) => ({
  read: digits.length,
  sum: digits.length / (1 + Math.abs(Math.log((step ?? Infinity) / best))),
});

test('of ascents, a dozen snapshots from the first hundred steps to the last are looked at', () => {
  const snapshots = snapshotsOf(240_000);
  const steps = stepsToSearch(snapshots, 'ascent');
  assert.equal(steps.length, 12);
  assert.ok(steps[0] >= 100 && steps[0] < 120, `${steps[0]}`);
  assert.equal(steps.at(-1), snapshots.at(-1));
  for (const [i, step] of steps.entries()) {
    assert.ok(snapshots.includes(step));
    if (i > 0) assert.ok(step / steps[i - 1] > 1.5 && step / steps[i - 1] < 3, `${steps}`);
  }
});

test('of backqueries, all snapshots are looked at; of a short run, those that there are', () => {
  const snapshots = snapshotsOf(240_000);
  assert.deepEqual(stepsToSearch(snapshots, 'backquery'), snapshots);
  assert.deepEqual(stepsToSearch([0, 1, 2], 'ascent'), [0, 1, 2]);
  assert.deepEqual(stepsToSearch([0, 90, 99, 108, 118], 'ascent'), [108, 118]);
});

test('the rewind goes to the clearest snapshot, and what it is and how clear is kept', async () => {
  const snapshots = snapshotsOf(60_000);
  const { state, asked, rewound, actions } = trainedPage(snapshots, around(5000));
  await actions.showClearest();
  const [best] = rewound;
  assert.equal(rewound.length, 1);
  assert.ok(best && best > 2500 && best < 10_000 && snapshots.includes(best), `${best}`);
  assert.deepEqual([state.imagination.clearest?.step, state.imagination.clearest?.read], [best, 10]);
  assert.equal(state.imagination.search, null);
  assert.equal(asked.length, 130, 'one digit a task, of twelve snapshots and the current network');
  assert.deepEqual(asked[11].slice(1), ['ascent', [1]]);
});

test('while the search is not possible, it is said what it takes', () => {
  const { state } = trainedPage([0, 1], around(1));
  assert.match(words(state), /^Up to 12 snapshots and the latest network are compared/);
  Object.assign(state.runs.main, { active: true });
  assert.equal(words(state), 'Pause training to look for them among its snapshots.');
  Object.assign(state.runs.main, { active: false, step: 0 });
  assert.equal(words(state), 'Train a network to look for them among its snapshots.');
});

test('digits that are read count more than how surely', async () => {
  const { rewound, actions } = trainedPage([0, 200, 300], (step, digits) => ({
    read: step === 300 && digits[0] === 4 ? 0 : 1,
    sum: step === 200 ? 0.2 : 0.9,
  }));
  await actions.showClearest();
  assert.deepEqual(rewound, [null], 'the current network reads all, most surely');
});

test('backqueries of a snapshot are one task', async () => {
  const snapshots = [0, 1, 200, 300];
  const { state, asked, rewound, actions } = trainedPage(snapshots, around(200));
  state.imagination.way = 'backquery';
  await actions.showClearest();
  assert.deepEqual(snapshots, [0, 1, 200, 300], 'the page’s own list stays');
  assert.deepEqual(rewound, [200]);
  assert.deepEqual(
    asked.map(([step, way, digits]) => [step, way, digits.length]),
    [0, 1, 200, 300, null].map((step) => [step, 'backquery', 10]),
  );
});

for (const [what, change] of /** @type {[string, (page: ReturnType<typeof trainedPage>) => void][]} */ ([
  ['training goes on', ({ state }) => Object.assign(state.runs.main, { active: true })],
  ['the visitor rewinds', ({ state }) => Object.assign(state.runs.main, { viewedStep: 1 })],
  ['the run begins again', ({ state }) => Object.assign(state.runs.main, { generation: 9 })],
  ['the other way is chosen', ({ actions }) => actions.imagineBy('backquery')],
])) {
  test(`a search ends without a result when ${what}`, async () => {
    const page = trainedPage(snapshotsOf(1000), around(500));
    const searching = page.actions.showClearest();
    await nextTask();
    await nextTask();
    change(page);
    await searching;
    assert.deepEqual(page.rewound, []);
    assert.equal(page.state.imagination.search, null);
    assert.equal(page.state.imagination.clearest, null);
    assert.ok(page.asked.length < 10, `${page.asked.length}`);
  });
}
