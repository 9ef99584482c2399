// What the page brings back from an earlier visit, and what it has kept of this one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { keepingActions } from '../../web/features/keeping/actions.js';
import { takeKeeping } from '../../web/features/keeping/state.js';
import { changeRun, choiceBehind } from '../../web/features/training/state.js';
import { newFile } from '../../web/shared/file-progress.js';
import { packed } from '../../web/shared/packed-strokes.js';
import { recipeSettings } from '../../web/shared/settings.js';

const STROKES = [
  [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.5, 0.75],
  ],
];
const BACKTRACK = { recipe: 'backtrack', settings: recipeSettings('backtrack') };
const ABOUT = { slot: 'a', choice: BACKTRACK, isReset: false };
const NOTHING = { latest: null, earlier: null, page: null, files: { a: null, b: null } };

/**
 * A page that is ready, and what happens on it.
 *
 * @param {{ kept?: object, link?: string, isReadable?: boolean }} [visit] kept: what the worker has from earlier
 *   visits; isReadable: whether it can go on with the run
 */
function watchedPage({ kept = {}, link = '', isReadable = true } = {}) {
  const state = initialState(readLink(link));
  state.ready = true;
  state.keeping.isBare = link === '';
  state.keeping.status = 'kept';
  const happened = /** @type {unknown[][]} */ ([]);
  const note =
    (/** @type {string} */ what, /** @type {unknown} */ result = undefined) =>
    (/** @type {unknown[]} */ ...details) => {
      happened.push([what, ...details]);
      return /** @type {any} */ (result);
    };
  const keeping = {
    open: async () => ({ ...NOTHING, ...kept }),
    keep: async () => {},
    keepPage: note('keep page', Promise.resolve()),
    keepFiles: note('keep files', Promise.resolve()),
    forget: async () => takeKeeping(state.keeping, { about: 'keeping', status: 'kept', bytes: 0 }),
    restore: note('restore', Promise.resolve(isReadable)),
  };
  /** @type {any} */
  const context = {
    state,
    worker: () => ({ keeping }),
    show() {},
    attempt: (/** @type {Promise<unknown>} */ call) => call,
    addProblem: note('problem'),
  };
  const actions = keepingActions(context, {
    draw: note('draw'),
    openTab: note('tab'),
    tabNames: ['imagination'],
    changeSpeed: note('speed'),
    run: () => state.runs[state.runId],
    changeRun: (change) => changeRun(state, change),
    choiceBehind: () => choiceBehind(state),
    loadAsBefore: note('load as before'),
  });
  return { state, actions, happened };
}

/** Opens what is kept, and waits for it. @param {ReturnType<typeof watchedPage>} page */
async function open({ actions }) {
  actions.openKept();
  await new Promise((resolve) => actions.onceOpened(() => resolve(undefined)));
  // A race that is over in a microtask leaves none of its own.
  await new Promise(setImmediate);
}

test('a page without a link goes on with the latest run, its drawing, tab and speed', async () => {
  const page = watchedPage({
    kept: { latest: ABOUT, page: { strokes: packed(STROKES), tab: 'imagination', speed: 10 } },
  });
  assert.equal(page.state.keeping.isOpened, false);
  await open(page);
  assert.equal(page.state.keeping.isOpened, true);
  assert.deepEqual(page.happened, [
    ['draw', STROKES],
    ['tab', 'imagination'],
    ['speed', 10],
    ['restore', 'a'],
  ]);
  assert.equal(page.state.choice, BACKTRACK);
  assert.equal(page.state.keeping.restored?.about, ABOUT);
  assert.deepEqual(page.state.keeping.offers, []);
});

test('a link to other settings is followed, and the run that was kept is offered', async () => {
  const page = watchedPage({ link: '#recipe=quick&seed=2', kept: { latest: ABOUT } });
  await open(page);
  assert.deepEqual(page.happened, []);
  assert.equal(page.state.choice.recipe, 'quick');
  assert.deepEqual(page.state.keeping.offers, [ABOUT]);
});

test('a run that has begun before the kept one was found stays', async () => {
  const page = watchedPage({ kept: { latest: ABOUT } });
  changeRun(page.state, { step: 100, active: true });
  await open(page);
  assert.deepEqual([page.happened, page.state.keeping.offers], [[], [ABOUT]]);
});

test('a run that is brought back after a reset leaves what the reset has discarded as it was', async () => {
  const page = watchedPage({ link: '#recipe=quick', kept: { latest: ABOUT } });
  await open(page);
  const { state, actions } = page;
  const [discarded, chosen] = [1, 2].map((seed) => ({
    recipe: 'quick',
    settings: recipeSettings('quick', { seed }),
  }));
  state.choice = chosen;
  changeRun(state, { undoable: true, discardedChoice: discarded });
  await actions.bringBack(state.keeping.offers[0]);
  assert.equal(state.runs.main.discardedChoice, discarded);
  changeRun(state, { step: 100 });
  assert.equal(choiceBehind(state), BACKTRACK, 'a reset discards the one that is here again');
});

test('a double click brings a kept run back once', async () => {
  const { state, actions, happened } = watchedPage();
  state.keeping.offers = /** @type {any[]} */ ([ABOUT]);
  const [about] = state.keeping.offers;
  await Promise.all([actions.bringBack(about), actions.bringBack(about)]);
  assert.deepEqual(happened, [['restore', 'a']]);
});

test('a run that was reset is offered, not brought back; one that cannot be read is said to be so', async () => {
  const reset = { ...ABOUT, isReset: true };
  const page = watchedPage({ kept: { latest: reset } });
  await open(page);
  assert.deepEqual([page.happened, page.state.keeping.offers], [[], [reset]]);
  const damaged = watchedPage({ kept: { latest: ABOUT }, isReadable: false });
  await open(damaged);
  const [restore, problem] = damaged.happened;
  assert.deepEqual(restore, ['restore', 'a']);
  assert.match(/** @type {() => string} */ (problem[1])(), /can’t be read\./);
  assert.equal(damaged.state.choice.recipe, 'quick');
});

test('what another page of the host may have stored under our name is not put back', async () => {
  for (const kept of [
    7,
    { strokes: 7, tab: 7, speed: '10' },
    { strokes: [[0.1, 0.2]], tab: 'constructor', speed: 11 },
    { strokes: [new Float64Array([Number.NaN, 0.5])] },
  ]) {
    const page = watchedPage({ kept: { latest: ABOUT, page: kept, files: { a: kept, b: null } } });
    await open(page);
    assert.deepEqual(page.happened, [['restore', 'a']]);
    assert.deepEqual(page.state.records.own, []);
  }
});

test('files that were kept by name alone are asked for', async () => {
  const sources = [{ name: 'mine.csv', file: new Blob(['5']) }];
  const own = [{ sources, place: 'train', kinds: ['train'] }];
  const there = watchedPage({ kept: { latest: ABOUT, files: { a: { files: own, holdOut: false } } } });
  await open(there);
  assert.deepEqual([there.state.records.own, there.state.records.holdOut], [own, false]);
  there.happened.length = 0;
  there.actions.watchKeeping();
  assert.ok(!there.happened.some(([what]) => what === 'keep files'), 'they are kept already');
  const names = [{ ...own[0], sources: [{ name: 'mine.csv' }] }];
  const missing = watchedPage({ kept: { latest: ABOUT, files: { a: { files: names, holdOut: false } } } });
  await open(missing);
  assert.deepEqual([missing.state.records.own, missing.state.keeping.missing], [[], ['mine.csv']]);
  assert.equal(missing.state.records.holdOut, false, 'as they were used');
});

test('files of which the worker was sent the bytes come back as files', async () => {
  const file = new TextEncoder().encode('5');
  const own = [{ sources: [{ name: 'mine.csv', file }], place: 'train', kinds: ['train'] }];
  const page = watchedPage({ kept: { latest: ABOUT, files: { a: { files: own, holdOut: true } } } });
  await open(page);
  assert.deepEqual(page.state.keeping.missing, []);
  const [{ sources }] = page.state.records.own;
  assert.equal(await /** @type {Blob} */ (sources[0].file).text(), '5');
});

test('the files come back with the run that learned from them, also where it was offered, and with no other', async () => {
  const files = [
    { sources: [{ name: 'mine.csv', file: new Blob(['5']) }], place: 'train', kinds: ['train'] },
  ];
  const earlier = { ...ABOUT, slot: 'b' };
  const page = watchedPage({
    link: '#recipe=quick',
    kept: { latest: ABOUT, earlier, files: { a: { files, holdOut: true }, b: null } },
  });
  await open(page);
  const [, offered] = page.state.keeping.offers;
  await page.actions.bringBack(offered);
  assert.deepEqual(page.state.records.own, []);
  page.state.records.train.mnist = newFile('mnist_train.csv.gz', 'mnist');
  await page.actions.bringBack(page.state.keeping.offers[0]);
  assert.deepEqual(page.state.records.own, files);
  assert.deepEqual(page.happened.at(-1), ['load as before'], 'MNIST was fetched ahead');
});

test('the drawing is kept once it has changed, however often the page is drawn', async (context) => {
  context.mock.timers.enable();
  const { state, actions, happened } = watchedPage();
  actions.watchKeeping();
  context.mock.timers.tick(1000);
  happened.length = 0;
  state.stage.strokes = STROKES;
  for (let frame = 0; frame < 5; frame++) actions.watchKeeping();
  assert.deepEqual(happened, [], 'not at once');
  context.mock.timers.tick(1000);
  actions.watchKeeping();
  context.mock.timers.tick(1000);
  assert.deepEqual(happened, [
    ['keep page', { strokes: packed(STROKES), tab: null, speed: Number.POSITIVE_INFINITY }],
  ]);
});

test('that all is forgotten is said until something is kept again', async () => {
  const { state, actions } = watchedPage();
  const keep = () => takeKeeping(state.keeping, { about: 'keeping', status: 'kept', bytes: 9 });
  keep();
  await actions.forgetKept();
  assert.equal(state.keeping.isForgotten, true);
  keep();
  assert.equal(state.keeping.isForgotten, false);
});

test('a worker in place of a dead one is told the visitor’s files again', async () => {
  const { state, actions, happened } = watchedPage();
  const told = async () => {
    actions.watchKeeping();
    await new Promise(setImmediate);
    return happened.filter(([what]) => what === 'keep files').length;
  };
  state.records.own = [
    { sources: [{ name: 'mine.csv', file: new Blob(['5']) }], place: null, kinds: ['train'] },
  ];
  const before = await told();
  assert.equal(await told(), before, 'once');
  state.keeping = { ...state.keeping };
  assert.equal(await told(), before + 1);
});
