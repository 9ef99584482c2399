// A class's own records: prepared, read from files, written for others, and read by the network.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { csvOf, linesOf } from '../../web/features/collection/files.js';
import { answers, prepare, read } from '../../web/features/collection/questions.js';
import { initialCollection, merged } from '../../web/features/collection/state.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { largest } from '../../web/shared/ranking.js';
import { clientTest, contextFor, drawn, SEVEN } from './client.js';

/** @typedef {import('../../web/features/collection/state.js').Prepared} Prepared */

const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
const glassbox = await loadGlassbox();
const context = await contextFor(glassbox, {});
const folder = await mkdtemp(join(tmpdir(), 'glassbox-'));
after(() => rm(folder, { recursive: true }));

/** A seven that leans a little more for each i, so that no two are the same. @param {number} i */
function leaning(i) {
  const strokes = [
    [
      [200, 200 + (i % 7)],
      [700 + (i % 3), 200],
      [400 - i, 820],
    ],
  ];
  return { label: i % 10, from: `m${i % 30}/1`, strokes };
}

/** The records of a class. */
const CLASS = Array.from({ length: 200 }, (_, i) => {
  const record = leaning(i);
  return { ...record, pixels: /** @type {Uint8Array<ArrayBuffer>} */ (prepare(context, record.strokes)) };
});

/** @param {string} name @param {string | Uint8Array<ArrayBuffer>} content */
const source = (name, content) => ({ name, file: new Blob([content]) });

clientTest('a drawing is prepared as the one on the stage is', async (client) => {
  const stray = [...SEVEN, [[30, 2]]];
  for (const strokes of [SEVEN, stray]) {
    const answer = await client.api.stage.answer('main', drawn(strokes));
    assert.deepEqual(await client.api.collection.prepare('main', strokes), answer?.pixels);
  }
  assert.equal(await client.api.collection.prepare('main', []), null);
});

test('what looks like two digits is still one', () => {
  const broken = [
    [
      [0, 0],
      [0, 20],
    ],
    [
      [30, 0],
      [30, 20],
    ],
  ];
  assert.equal(glassbox.digits(broken).length, 2);
  assert.deepEqual(prepare(context, broken), glassbox.drawing(broken)?.pixels);
});

test('a class’s CSV is read by Python, and has MNIST’s columns', async () => {
  const path = join(folder, 'class.csv');
  await writeFile(path, csvOf(CLASS));
  const script = `
import csv, sys, numpy
rows = list(csv.reader(open(sys.argv[1], newline='')))
assert len(rows) == 200 and {len(row) for row in rows} == {785}
data = numpy.loadtxt(sys.argv[1], delimiter=',', dtype=numpy.uint8)
assert data.shape == (200, 785) and data[:, 0].max() == 9
assert (data == numpy.array(rows, dtype=int)).all() and data[:, 1:].max() == 255
print(int(data.astype(int).sum()))`;
  const sum = CLASS.reduce((all, { label, pixels }) => pixels.reduce((a, b) => a + b, all + label), 0);
  assert.equal(Number(execFileSync(PYTHON, ['-c', script, path], { encoding: 'utf8' })), sum);
});

test('both kinds of files hold the same records, which are merged from thirty machines', async () => {
  const machines = Array.from({ length: 30 }, (_, machine) =>
    CLASS.filter(({ from }) => from === `m${machine}/1`),
  );
  const files = machines.map((records, i) =>
    i % 3 === 0
      ? source(`${i}.csv`, csvOf(records))
      : source(`${i}.jsonl`, linesOf(/** @type {Prepared[]} */ (records))),
  );
  const found = await read(context, files);
  assert.deepEqual(
    found.map(({ name, error }) => [name, error]),
    files.map(({ name }) => [name, null]),
  );
  for (const [i, { records }] of found.entries()) {
    const wanted = machines[i].map((each) => (i % 3 === 0 ? { ...each, from: '', strokes: null } : each));
    assert.deepEqual(records, wanted);
  }
  const all = found.flatMap(({ records }) => records);
  const { added, duplicates, left } = merged(initialCollection(), [...all, ...all]);
  assert.deepEqual([added.length, duplicates, left], [200, 200, 0]);
  assert.equal(new Set(added.map(({ id }) => id)).size, 200);
});

test('files that are none are named, and the others are read', async () => {
  const gone = /** @type {Blob} */ ({
    size: 9,
    arrayBuffer: () => Promise.reject(new Error('NotReadableError')),
  });
  const huge = /** @type {Blob} */ ({ size: 1e9 });
  const found = await read(context, [
    source('none.csv', 'a,b\n1,2\n'),
    source('broken.jsonl', '{"label":3}\n'),
    source('empty.csv', ''),
    { name: 'gone.csv', file: gone },
    { name: 'huge.csv', file: huge },
    source('good.csv', csvOf(CLASS.slice(0, 2))),
    { name: 'bytes.csv', file: new TextEncoder().encode(csvOf(CLASS.slice(0, 2))) },
  ]);
  const codes = found.map(({ error }) => error?.code);
  assert.match(String(codes[0]), /^csv-/);
  assert.deepEqual(codes.slice(1), [
    'drawing-line',
    'csv-no-records',
    'file-unreadable',
    'collection-file-too-large',
    undefined,
    undefined,
  ]);
  assert.equal(found[5].records.length, 2);
  assert.deepEqual(found[6].records, found[5].records);
});

test('the network that answers reads the records one by one', async () => {
  const { network, kind, step } = context.answering;
  const found = await answers(context, CLASS);
  const wanted = CLASS.map(({ strokes }) => {
    const inputs = glassbox.drawing(strokes)?.inputs;
    return largest(network.query(/** @type {Float32Array} */ (inputs)));
  });
  assert.deepEqual([...found.answers], wanted);
  assert.deepEqual(found.network, { kind, step });
});

clientTest(
  'the records are a test set, and train together with others, packed behind them',
  async (client) => {
    const csv = csvOf(CLASS);
    const own = { name: 'Your class', file: new Blob([csv]) };
    assert.deepEqual(await client.api.records.loadOwn([own], 'test', true), ['test']);
    const { name, kind, records } = client.last('set');
    assert.deepEqual({ name, kind, records }, { name: 'Your class', kind: 'test', records: 200 });
    const both = new Blob([gzipSync(csv), gzipSync(csv)].map((part) => new Uint8Array(part)));
    assert.deepEqual(
      await client.api.records.loadOwn([{ name: 'MNIST and your class', file: both }], 'train', false),
      ['train'],
    );
    assert.equal(client.last('set').records, 400);
  },
);
