// What goes wrong with a run that is kept, or happens while it is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Run } from '../../web/core/run.js';
import { storeOf, trainOn, visit } from './visits.js';

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
  values.set('a/files', { files: [], holdOut: false, bytes: 1000 });
  const { client, kept } = await visit(storeOf(values));
  assert.equal(kept.latest?.step, about.step);
  assert.equal(await client.api.keeping.restore('a'), false);
  assert.equal(client.last('progress').step, 0);
  assert.equal(client.last('keeping').bytes, 0, 'nothing of it counts any more');
  assert.deepEqual([...values.keys()], ['latest']);
  assert.equal((await visit(storeOf(values))).kept.latest, null);
});

test('a kept run that the browser refuses to read for once is there on the next visit', async () => {
  const values = new Map();
  const first = await visit(storeOf(values));
  await first.client.loadBoth();
  await trainOn(first.client, 100);
  const store = storeOf(values);
  const { client, kept } = await visit(store);
  const { get } = store;
  store.get = () => Promise.reject(new DOMException('Connection lost', 'UnknownError'));
  assert.equal(await client.api.keeping.restore('a'), false);
  store.get = get;
  const next = await visit(store);
  assert.deepEqual(next.kept.latest, kept.latest);
  assert.ok(await next.client.api.keeping.restore('a'));
  assert.equal(next.client.last('progress').step, first.client.last('progress').step);
});

test('a snapshot that is damaged or gone is left out, and its run goes on', async () => {
  const values = new Map();
  const first = await visit(storeOf(values));
  await first.client.loadBoth();
  await trainOn(first.client, 100);
  const { step, snapshots } = values.get('a/about');
  const [damaged, gone, ...others] = snapshots;
  values.set(damaged.name, { ...values.get(damaged.name), who: new Float32Array(7) });
  values.delete(gone.name);
  const { client } = await visit(storeOf(values));
  assert.ok(await client.api.keeping.restore('a'));
  assert.equal(client.last('progress').step, step);
  const steps = others.map((/** @type {{ step: number }} */ each) => each.step);
  assert.ok(steps.length > 0);
  assert.deepEqual(client.last('progress').snapshots, steps);
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
