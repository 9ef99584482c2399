import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink, WHOLE_PAGE, writeLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { CARDS } from '../../web/features/lesson/cards.js';
import { teachingActions } from '../../web/features/teaching/actions.js';
import { cardGuides } from '../../web/features/teaching/guide-texts.js';
import { origin } from '../../web/features/teaching/origin.js';
import { plans } from '../../web/features/teaching/plans.js';
import { hasItsRecord } from '../../web/features/teaching/state.js';
import { recipeSettings } from '../../web/shared/settings.js';

/** @param {{ minutes: number }[]} items */
const total = (items) => items.reduce((sum, { minutes }) => sum + minutes, 0);

test('the guide has something to say about each card of the lesson, and nothing about others', () => {
  assert.equal(cardGuides().length, CARDS.length);
});

test('each plan takes as long as it says, and gives cards the minutes that the guide gives them', () => {
  const guides = cardGuides();
  assert.deepEqual(
    plans().map(({ minutes }) => minutes),
    [20, 45, 90],
  );
  for (const { minutes, steps } of plans()) {
    assert.equal(total(steps), minutes);
    for (const { minutes, text } of steps) {
      // With something else in the same minutes, such as training slowly, a card may take more.
      const [, first, last = first] = /^Cards? (\d+)(?: (?:to|and) (\d+))?:/.exec(text) ?? [];
      if (first) assert.equal(minutes, total(guides.slice(Number(first) - 1, Number(last))), text);
    }
  }
});

test('the link of each plan opens the first card with the settings that it names', () => {
  for (const { link, setup } of plans()) {
    const { recipe, seed, speed, hide } = link;
    const written = writeLink(
      { recipe, settings: recipeSettings(recipe, { seed }) },
      { ...WHOLE_PAGE, card: 1, speed, hide },
    );
    const { route, problems, settings, recipe: read } = readLink(written);
    assert.deepEqual(problems, []);
    assert.deepEqual([read, settings.seed, route.card, route.speed], [recipe, seed, 1, speed]);
    assert.deepEqual([...route.hide].sort(), [...hide].sort());
    assert.ok(setup.toLowerCase().includes(`recipe ${recipe}, seed ${seed}, `), setup);
  }
});

/** The actions on a page, and what they ask for. */
function start({ loaded = true, sheet = /** @type {object | null} */ ({ record: 7 }) } = {}) {
  const state = initialState(readLink('#recipe=notebook'));
  state.ready = true;
  const records = { name: 'test', own: false, heldOut: false, records: 10, oddity: null };
  if (loaded) state.records.test.loaded = records;
  /** @type {unknown[][]} */
  const calls = [];
  const teaching = {
    async worksheet(/** @type {unknown[]} */ ...args) {
      calls.push(args);
      return sheet;
    },
  };
  const actions = teachingActions(
    /** @type {any} */ ({
      state,
      worker: () => ({ teaching }),
      show() {},
      attempt: (/** @type {Promise<unknown>} */ call) => call,
      addProblem: (/** @type {() => string} */ problem) => assert.fail(problem()),
    }),
    {
      fetchMissing(kind) {
        calls.push(['fetch', kind]);
        if (!loaded) state.records.test.mnist = /** @type {any} */ ({ state: 'arriving' });
      },
      put: (shown) => calls.push(['put', shown]),
    },
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { state, actions, calls, records, settled };
}

test('the first worksheet is made when it is looked at, and stays until another one is asked for', async () => {
  const { state, actions, calls, settled } = start();
  actions.openTeaching();
  assert.deepEqual([state.dialog, state.teaching.sheet, calls], ['teaching', 'guide', []]);
  actions.openTeaching('worksheet');
  await settled();
  assert.equal(state.teaching.made?.record, 7);
  actions.openTeaching('solution');
  actions.workOnSheet();
  await settled();
  assert.deepEqual(calls, [
    ['fetch', 'test'],
    ['main', 0.2, 0],
  ]);
  actions.makeWorksheet();
  await settled();
  assert.deepEqual(calls.slice(2), [
    ['fetch', 'test'],
    ['main', 0.2, 1],
  ]);
  assert.deepEqual([state.teaching.turn, state.teaching.status], [1, '']);
  actions.showSheetRecord();
  assert.equal(state.dialog, null);
  assert.deepEqual(calls.at(-1), ['put', { about: 'record', index: 7 }]);
});

test('a worksheet’s record can be shown while its test records are in use', async () => {
  const { state, actions, records, settled } = start();
  assert.equal(hasItsRecord(state), false);
  actions.openTeaching('worksheet');
  await settled();
  assert.equal(hasItsRecord(state), true);
  for (const other of [null, { ...records, name: 'other' }, { ...records, records: 5 }]) {
    state.records.test.loaded = other;
    assert.equal(hasItsRecord(state), false);
  }
  state.records.test.loaded = { ...records };
  assert.equal(hasItsRecord(state), true);
});

test('a worksheet waits for the page to be ready, and for test records', async () => {
  const { state, actions, calls, records, settled } = start({ loaded: false });
  state.ready = false;
  actions.openTeaching('worksheet');
  assert.deepEqual(calls, []);
  state.ready = true;
  actions.prepareSheet();
  actions.prepareSheet();
  actions.workOnSheet();
  await settled();
  assert.deepEqual(calls, [['fetch', 'test']]);
  Object.assign(state.records.test, { mnist: null, loaded: records });
  actions.workOnSheet();
  await settled();
  assert.equal(state.teaching.made?.record, 7);
});

test('where none can be made, that is said, and it can be tried again', async () => {
  const without = start({ loaded: false });
  without.actions.openTeaching('worksheet');
  without.state.records.test.mnist = /** @type {any} */ ({ state: 'failed' });
  without.actions.workOnSheet();
  assert.equal(without.state.teaching.status, 'refused');

  const tooSmall = start({ sheet: null });
  tooSmall.actions.openTeaching('worksheet');
  await tooSmall.settled();
  const { teaching } = tooSmall.state;
  assert.deepEqual([teaching.made, teaching.status], [null, 'refused']);
  tooSmall.actions.makeWorksheet();
  assert.equal(teaching.status, 'working');
});

test('a worksheet says where it comes from, so that it can be made again', () => {
  const choice = { recipe: 'quick', settings: recipeSettings('quick', { seed: 45 }) };
  const from = (/** @type {object} */ made) =>
    origin(/** @type {any} */ ({ record: 1233, kind: 'run', step: 2000, choice, ...made }));
  assert.equal(
    from({}),
    'Glassbox. Test record 1,234. The network: recipe Quick, seed 45, after 2,000 steps.',
  );
  assert.match(from({ kind: 'bundled' }), / The network is the one that comes with the page\.$/);
  assert.match(from({ kind: 'file', file: 'mine.npz' }), / The network is from the file mine\.npz\.$/);
});
