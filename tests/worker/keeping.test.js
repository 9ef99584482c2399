// The run that is kept for the next visit.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHOICE, OTHER, SETTINGS, shownBy, storeOf, trainOn, visit } from './visits.js';

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

/** The visitor's files, as the page has them. @param {string} name */
const filesNamed = (name, file = /** @type {Blob | Uint8Array<ArrayBuffer>} */ (new Blob(['5,0,1']))) => ({
  files: [{ sources: [{ name, file }], place: 'train', kinds: ['train'] }],
  holdOut: true,
});

/** Their names, and whether their contents are there. @param {any} kept */
const named = (kept) =>
  kept?.files.flatMap((/** @type {any} */ { sources }) =>
    sources.map((/** @type {any} */ { name, file }) => [name, file !== undefined]),
  );

test('files are kept with the run that learns from them, also once all was forgotten, and with no other', async () => {
  const values = new Map();
  const store = () => storeOf(values);
  const filesKept = async () => named((await visit(store())).kept.files.a);
  const first = await visit(store());
  await first.client.loadBoth();
  await trainOn(first.client, 300);
  await first.client.api.keeping.keepFiles(filesNamed('mine.csv'));
  await first.client.api.runs.reset('main', SETTINGS);
  await first.client.api.keeping.saveNow();
  assert.equal(await filesKept(), undefined, 'the run has learned nothing');
  await trainOn(first.client, 300);
  assert.deepEqual(await filesKept(), [['mine.csv', true]]);
  await first.client.api.keeping.forget();
  await trainOn(first.client, 300);
  assert.deepEqual(await filesKept(), [['mine.csv', true]]);

  const second = await visit(store(), OTHER);
  await second.client.loadBoth();
  await trainOn(second.client, 300);
  const { kept, client } = await visit(store());
  assert.equal(kept.latest?.choice.recipe, OTHER.recipe);
  assert.deepEqual([named(kept.files.a), kept.files.b], [[['mine.csv', true]], null]);
  // The first run goes on, and both keep their own.
  await client.loadBoth();
  await client.api.keeping.restore('a');
  await trainOn(client, 100);
  const { files } = (await visit(store())).kept;
  assert.deepEqual([named(files.a), files.b], [[['mine.csv', true]], null]);
});

test('the files of a run that goes on are kept already: they are not written again, count, and can be forgotten', async () => {
  const values = new Map();
  const first = await visit(storeOf(values));
  await first.client.loadBoth();
  await first.client.api.keeping.keepFiles(filesNamed('mine.csv'));
  await trainOn(first.client, 100);
  const { bytes } = first.client.last('keeping');

  const store = storeOf(values);
  const { client } = await visit(store);
  assert.equal(client.last('keeping').bytes, bytes);
  await client.loadBoth();
  await client.api.keeping.restore('a');
  await trainOn(client, 100);
  assert.ok(!store.writes.flat().includes('a/files'));
  await client.api.keeping.forget();
  assert.equal(client.last('keeping').bytes, 0);
  await trainOn(client, 100);
  assert.deepEqual(named(values.get('a/files')), [['mine.csv', true]]);
});

test('of files for which there is no room, the names are kept, and of a browser’s whim nothing stays', async () => {
  const values = new Map([['a/files', /** @type {any} */ (filesNamed('old.csv'))]]);
  const store = storeOf(values);
  const { set } = store;
  let refused = /** @type {(files: any) => boolean} */ (() => true);
  store.set = async (entries) => {
    const files = entries.find(([name]) => name === 'a/files');
    if (files && refused(files[1])) throw new DOMException('no', 'QuotaExceededError');
    await set(entries);
  };
  const { client } = await visit(store);
  await client.loadBoth();
  await client.api.keeping.keepFiles(filesNamed('large.csv'));
  await trainOn(client, 100);
  assert.deepEqual(
    [values.has('a/run'), values.has('a/files')],
    [true, false],
    'those of the run before are gone',
  );
  refused = (files) => files.bytes > 0;
  await trainOn(client, 100);
  assert.deepEqual(named(values.get('a/files')), [['large.csv', false]]);
  assert.equal(client.last('keeping').status, 'kept');
  store.room = async () => 4;
  refused = () => false;
  // Or its bytes, in the page in one file.
  for (const file of [new Blob(['5,0,1']), new TextEncoder().encode('5,0,1')]) {
    await client.api.keeping.keepFiles(filesNamed('larger.csv', file));
    await trainOn(client, 100);
    assert.deepEqual(named(values.get('a/files')), [['larger.csv', false]]);
  }
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
