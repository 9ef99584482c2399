// The run that is kept for the next visit. Each client is a visit: another module, on the same store.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Run } from '../../web/core/run.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { Client, drawn, SEVEN } from './client.js';

/** @typedef {import('../../web/worker/kept-store.js').KeptStore} KeptStore */

/** Long enough to be paused in the middle on any machine. */
const SETTINGS = recipeSettings('backtrack', { epochs: 20, hiddenNodes: 30 });
const CHOICE = { recipe: 'backtrack', settings: SETTINGS };
const OTHER = { recipe: 'quick', settings: recipeSettings('quick', { hiddenNodes: 20, epochs: 1 }) };

/** A stand-in for the browser's. @param {Map<string, unknown>} values */
function storeOf(values, isOurs = true) {
  /** @type {KeptStore & { refuse: Error | null, writes: string[][] }} */
  const store = {
    refuse: null,
    writes: [],
    claim: async () => isOurs,
    names: async () => [...values.keys()],
    get: async (names) => names.map((name) => structuredClone(values.get(name))),
    async set(entries) {
      if (store.refuse) throw store.refuse;
      store.writes.push(entries.map(([name]) => name));
      for (const [name, value] of entries) values.set(name, structuredClone(value));
    },
    remove: async (names) => names.forEach((name) => void values.delete(name)),
    clear: async () => values.clear(),
  };
  return store;
}

/** @type {Client[]} */
const clients = [];
afterEach(() => clients.splice(0).forEach((client) => void client.close()));

/** Opens the page, whose link says what is chosen. @param {KeptStore} store */
async function visit(store, choice = CHOICE) {
  const client = new Client(await loadGlassbox(), store);
  clients.push(client);
  const kept = await client.api.keeping.open();
  await client.api.runs.create('main', choice.settings);
  await client.api.keeping.keep('main', choice);
  return { client, kept };
}

/** @param {Client} client */
async function weights({ api }) {
  const sample = await api.microscope.sample('main', drawn(SEVEN));
  return { wih: sample?.wih, who: sample?.who };
}

/** Trains for some steps, and pauses. @param {Client} client @param {number} least */
async function trainOn(client, least) {
  const goal = client.last('progress').step + least;
  await client.api.runs.setSpeed('main', 2000);
  await client.api.runs.play('main');
  await client.until(() => client.last('progress').step >= goal);
  await client.api.runs.pause('main');
  await client.api.runs.setSpeed('main', Number.POSITIVE_INFINITY);
  await client.api.keeping.saveNow();
}

/** What the page would show of the run. @param {Client} client */
async function shownBy(client) {
  const { step, steps, epoch, done, learningRate, learningRateChanged, snapshots } = client.last('progress');
  return {
    ...{ step, steps, epoch, done, learningRate, learningRateChanged, snapshots },
    weights: await weights(client),
    pictures: await client.api.stage.answer('main', drawn(SEVEN)),
  };
}

test('a kept run is there on the next visit, and goes on to the bits of one that was never interrupted', async () => {
  const whole = await visit(storeOf(new Map()));
  await whole.client.loadBoth();
  await whole.client.finish();
  const expected = await shownBy(whole.client);

  const values = new Map();
  const first = await visit(storeOf(values));
  assert.equal(first.kept.latest, null);
  await first.client.loadBoth();
  await trainOn(first.client, 500);
  const before = await shownBy(first.client);
  const curve = first.client.last('score');

  const { client, kept } = await visit(storeOf(values));
  assert.equal(client.last('keeping').status, 'kept');
  const { latest } = kept;
  assert.ok(latest);
  assert.deepEqual({ choice: latest.choice, step: latest.step }, { choice: CHOICE, step: before.step });
  assert.equal(await client.api.keeping.restore(latest.slot), true);
  assert.deepEqual(await shownBy(client), before);
  assert.equal(client.last('progress').records, 'awaited');
  const { run, generation, about, ...point } = curve;
  assert.deepEqual(client.last('curves').curves.scores.at(-1), point);
  // Snapshots answer as they did.
  for (const step of [0, before.snapshots[7], before.snapshots.at(-1) ?? 0])
    assert.equal(await client.api.runs.viewSnapshot('main', step), step);
  await client.api.runs.viewSnapshot('main', null);
  // Without its records, it waits, and then stops.
  await client.api.runs.play('main');
  await client.until(() => !client.last('progress').active);
  assert.equal(client.last('progress').step, before.step);
  await client.loadBoth();
  await client.until(() => client.last('score')?.testSetVersion === point.testSetVersion);
  await client.finish();
  assert.deepEqual((await shownBy(client)).weights, expected.weights);
});

test('files are kept with the run that learns from them, also once all was forgotten, and with no other', async () => {
  const values = new Map();
  const store = () => storeOf(values);
  const filesKept = async () => (await visit(store())).kept.files;
  const first = await visit(store());
  await first.client.loadBoth();
  await trainOn(first.client, 300);
  await first.client.api.keeping.keepFiles('mine.csv', 7);
  await first.client.api.runs.reset('main', SETTINGS);
  await first.client.api.keeping.saveNow();
  assert.equal(await filesKept(), null, 'the run has learned nothing');
  await trainOn(first.client, 300);
  assert.equal(await filesKept(), 'mine.csv');
  await first.client.api.keeping.forget();
  await trainOn(first.client, 300);
  assert.equal(await filesKept(), 'mine.csv');

  const second = await visit(store(), OTHER);
  await second.client.loadBoth();
  await trainOn(second.client, 300);
  const { latest, files } = (await visit(store())).kept;
  assert.deepEqual([latest?.choice, files], [OTHER, null]);

  // Those of the run before do not stay in place of files that the browser has no room for.
  const others = new Map([['files', 'mine.csv']]);
  const full = storeOf(others);
  const third = await visit({
    ...full,
    async set(entries) {
      if (entries.some(([name]) => name === 'files')) throw new DOMException('no', 'QuotaExceededError');
      await full.set(entries);
    },
  });
  await third.client.loadBoth();
  await third.client.api.keeping.keepFiles('large.csv', 7);
  await trainOn(third.client, 300);
  assert.deepEqual([others.has('a/run'), others.has('files')], [true, false]);
});

test('a run from another link does not overwrite the kept one, which can be brought back', async () => {
  const values = new Map();
  const first = await visit(storeOf(values));
  await first.client.loadBoth();
  await trainOn(first.client, 300);
  const before = await shownBy(first.client);

  const second = await visit(storeOf(values), OTHER);
  await second.client.loadBoth();
  await second.client.finish();
  await second.client.api.keeping.saveNow();
  const done = await shownBy(second.client);

  const { client, kept } = await visit(storeOf(values), OTHER);
  const { latest, earlier } = kept;
  assert.ok(latest && earlier);
  assert.deepEqual([latest.choice, earlier.choice], [OTHER, CHOICE]);
  await client.api.keeping.restore(latest.slot);
  assert.deepEqual(await shownBy(client), done);
  await client.api.keeping.restore(earlier.slot);
  assert.deepEqual(await shownBy(client), before);
  // As with a reset, there is a way back.
  assert.equal(await client.api.runs.undoReset('main'), true);
  assert.deepEqual(await shownBy(client), done);
});

test('a reset run is forgotten when another one learns, and offered until then', async () => {
  const values = new Map();
  const first = await visit(storeOf(values));
  await first.client.loadBoth();
  await trainOn(first.client, 300);
  const { step } = first.client.last('progress');
  await first.client.api.runs.reset('main', SETTINGS);
  await first.client.api.keeping.saveNow();

  const second = await visit(storeOf(values));
  assert.equal(second.kept.latest?.isReset, true);
  assert.equal(second.kept.latest?.step, step);
  await second.client.api.keeping.restore('a');
  await second.client.loadBoth();
  await second.client.api.runs.reset('main', SETTINGS);
  await trainOn(second.client, 20);
  const third = await visit(storeOf(values));
  assert.equal(third.kept.latest?.step, second.client.last('progress').step);
  assert.equal(third.kept.earlier, null);
});

test('a second tab keeps nothing', async () => {
  const values = new Map();
  const { client } = await visit(storeOf(values, false));
  assert.equal(client.last('keeping').status, 'elsewhere');
  await client.loadBoth();
  await trainOn(client, 20);
  assert.equal(values.size, 0);
});

test('a browser that refuses for once, or that is full, disturbs nothing, and is said', async () => {
  for (const [name, status] of /** @type {const} */ ([
    ['InvalidStateError', 'refused'],
    ['QuotaExceededError', 'full'],
  ])) {
    const values = new Map();
    const store = storeOf(values);
    const { client } = await visit(store);
    await client.loadBoth();
    store.refuse = new DOMException('no', name);
    await trainOn(client, 100);
    assert.equal(client.last('keeping').status, status);
    store.refuse = null;
    await trainOn(client, 100);
    assert.equal(client.last('keeping').status, 'kept');
    assert.ok(values.has('a/run'));
    // When there is room again, the run fits without its snapshots.
    const { snapshots } = values.get('a/about');
    assert.equal(snapshots.length > 1, status === 'refused');
    for (const { name } of snapshots) assert.ok(values.has(name), name);
    await client.finish();
  }
});

test('what is damaged, or none of ours, is not taken for a run', async () => {
  const values = new Map();
  const first = await visit(storeOf(values));
  await first.client.loadBoth();
  await trainOn(first.client, 100);
  const about = values.get('a/about');
  for (const broken of [null, 'run', {}, { ...about, format: 0 }, { ...about, choice: { recipe: 'cake' } }]) {
    values.set('a/about', broken);
    assert.equal((await visit(storeOf(values))).kept.latest, null);
  }
  values.set('a/about', about);
  values.get('a/run').run[500] ^= 1;
  const { client, kept } = await visit(storeOf(values));
  assert.equal(kept.latest?.step, about.step);
  assert.equal(await client.api.keeping.restore('a'), false);
  assert.equal(client.last('progress').step, 0);
  assert.equal((await visit(storeOf(values))).kept.latest, null);
});

test('snapshots are written once, and removed with their run; everything can be forgotten', async () => {
  const values = new Map();
  const store = storeOf(values);
  const { client } = await visit(store);
  await client.loadBoth();
  const snapshots = () => [...values.keys()].filter((name) => name.includes('snapshot'));
  await trainOn(client, 100);
  await trainOn(client, 100);
  const written = store.writes.flat().filter((name) => name.includes('snapshot'));
  assert.equal(new Set(written).size, written.length);
  assert.equal(snapshots().length, client.last('progress').snapshots.length);
  await client.api.runs.reset('main', SETTINGS);
  await trainOn(client, 20);
  assert.equal(snapshots().length, client.last('progress').snapshots.length);
  const { bytes } = client.last('keeping');
  assert.ok(bytes > values.get('a/run').run.length + snapshots().length * 30 * 794 * 4 - 1, String(bytes));
  // Left by a browser that ended in the middle.
  values.set('b/snapshot/1/5', {});
  await visit(storeOf(values));
  assert.equal(values.has('b/snapshot/1/5'), false);
  await client.api.keeping.forget();
  assert.equal(values.size, 0);
  assert.equal(client.last('keeping').bytes, 0);
});

test('what changes while everything is being forgotten is kept', async () => {
  const values = new Map();
  const store = storeOf(values);
  const { client } = await visit(store);
  await client.loadBoth();
  await trainOn(client, 100);
  const { clear } = store;
  let cleared = () => {};
  store.clear = async () => {
    await new Promise((resolve) => {
      cleared = () => resolve(undefined);
    });
    await clear();
  };
  const forgotten = client.api.keeping.forget();
  await client.api.runs.step('main');
  const saved = client.api.keeping.saveNow();
  await new Promise(setImmediate);
  cleared();
  await Promise.all([forgotten, saved]);
  const { kept } = await visit(storeOf(values));
  assert.equal(kept.latest?.step, client.last('progress').step);
});

test('a run that cannot be copied is said not to be kept, and is kept as soon as it can be', async (t) => {
  const values = new Map();
  const { client } = await visit(storeOf(values));
  await client.loadBoth();
  const save = t.mock.method(Run.prototype, 'save', () => {
    throw new Error('out of memory');
  });
  await trainOn(client, 100);
  assert.equal(client.last('keeping').status, 'refused');
  save.mock.restore();
  await trainOn(client, 100);
  assert.equal(client.last('keeping').status, 'kept');
  assert.ok(values.has('a/run'));
});

test('a trained run without snapshots has none of its first step either', async () => {
  const values = new Map();
  const first = await visit(storeOf(values));
  await first.client.loadBoth();
  await trainOn(first.client, 100);
  values.get('a/about').snapshots = [];
  const { client } = await visit(storeOf(values));
  assert.ok(await client.api.keeping.restore('a'));
  assert.equal(await client.api.runs.viewSnapshot('main', 0), null);
});
