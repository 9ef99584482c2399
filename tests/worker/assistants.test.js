// Assistants behind message ports, as the training worker has them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import '../../web/shared/comlink-errors.js';
import { expose, wrap } from 'comlink';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { assistantWith } from '../../web/worker/assistants/assistant.js';
import { Reader } from '../../web/worker/assistants/reader.js';
import { Observing } from '../../web/worker/observing.js';
import { readFile } from '../../web/worker/read-file.js';
import { firstRecords } from '../mnist.js';

const CSV = await firstRecords('train', 3000);
const HALF = CSV.subarray(0, CSV.length / 2);

/** An assistant with a module of its own, behind a port. */
async function start() {
  const { port1, port2 } = new MessageChannel();
  expose(assistantWith(await loadGlassbox()), port1);
  const { reader, observer } = /** @type {any} */ (wrap(port2));
  return {
    reader: /** @type {import('comlink').Remote<import('../../web/worker/assistants/reader.js').Reader>} */ (
      reader
    ),
    observer,
    close: () => port1.close(),
  };
}

const NOTHING_TOLD = { bytes() {}, records() {} };
const NEVER = new AbortController().signal;

describe('a reader behind a port', () => {
  test('gives the records of a file, in order, with how much has been read', async () => {
    const { reader, close } = await start();
    const glassbox = await loadGlassbox();
    const { files } = await reader.find([{ name: 'mine.csv', file: new Blob([CSV]) }]);
    assert.deepEqual(
      files.map(({ name, kind, format }) => [name, kind, format]),
      [['mine.csv', null, 'csv']],
    );
    const [here, there] = [glassbox.records(), glassbox.records()];
    here.write('train', CSV);
    here.end('train');
    const told = /** @type {number[][]} */ ([[], []]);
    await readFile(reader, files[0].id, there, 'train', NEVER, {
      bytes: ({ bytes }) => told[0].push(bytes),
      records: (count) => told[1].push(count),
    });
    assert.equal(Buffer.compare(there.all('train'), here.all('train')), 0);
    for (const [numbers, last] of /** @type {const} */ ([
      [told[0], CSV.length],
      [told[1], 3000],
    ])) {
      assert.deepEqual(
        numbers,
        [...numbers].sort((a, b) => a - b),
      );
      assert.equal(numbers.at(-1), last);
    }
    close();
  });

  test('reads two files at a time, and tells of each what is wrong with it', async () => {
    const { reader, close } = await start();
    const records = (await loadGlassbox()).records();
    const bad = new Blob([new TextDecoder().decode(CSV).replace(/\d+\n$/, 'x')]);
    const found = await Promise.all(
      [new Blob([CSV]), bad].map((file, i) => reader.find([{ name: `${i}.csv`, file }])),
    );
    const kinds = /** @type {const} */ (['train', 'test']);
    const [good, failed] = await Promise.allSettled(
      found.map(({ files }, i) => readFile(reader, files[0].id, records, kinds[i], NEVER, NOTHING_TOLD)),
    );
    assert.equal(good.status, 'fulfilled');
    assert.equal(records.count('train'), 3000);
    assert.ok(failed.status === 'rejected');
    assert.equal(failed.reason.code, 'csv-not-a-number');
    assert.equal(failed.reason.parameters.row, 3000);
    assert.equal(records.count('test'), 0);
    await assert.rejects(reader.find([{ name: 'x.csv', file: new Blob([]) }]), { code: 'file-empty' });
    close();
  });

  test('rests between parts for as long as it is told to, and not after the last', async () => {
    const glassbox = await loadGlassbox();
    const csvParser = glassbox.csvParser();
    csvParser.read(CSV);
    const all = csvParser.take();
    csvParser.free();
    /** When each part was asked for. @type {number[]} */
    const asked = [];
    const parts = 8;
    const reader = /** @type {any} */ ({
      async next() {
        const part = asked.push(performance.now());
        const records = all.slice((part - 1) * 785, part * 785);
        return { records, arrived: null, done: part === parts };
      },
      close() {},
    });
    const counts = /** @type {number[]} */ ([]);
    const rest = (/** @type {number} */ count) => {
      counts.push(count);
      return count === 2 ? 50 : 0;
    };
    await readFile(reader, 1, glassbox.records(), 'train', NEVER, { ...NOTHING_TOLD, rest });
    assert.deepEqual(counts, [1, 2, 3, 4, 5, 6, 7]);
    // Four parts are asked for ahead, the fifth after the first part, and the sixth after the second and its rest.
    assert.ok(asked[5] - asked[4] >= 49, `${asked[5] - asked[4]} ms`);
  });

  test('of a file that is no longer wanted, no part is waited for, and none is taken', async () => {
    const glassbox = await loadGlassbox();
    const part = { records: new Uint8Array(785), arrived: null, done: false };
    for (const isLate of [false, true]) {
      let close = () => {};
      const closed = new Promise((resolve) => {
        close = () => resolve(part);
      });
      const next = () => (isLate ? assert.fail('a part was asked for') : closed);
      const reader = /** @type {any} */ ({ next, close: () => close() });
      const wanted = new AbortController();
      const records = () => assert.fail('records were taken');
      const told = { ...NOTHING_TOLD, records };
      if (isLate) wanted.abort();
      const reading = readFile(reader, 1, glassbox.records(), 'train', wanted.signal, told);
      wanted.abort();
      await Promise.all([reading, closed]);
    }
  });

  test('files that cannot be read to their ends leave no memory in use', async () => {
    const glassbox = await loadGlassbox();
    const reader = new Reader(glassbox);
    const cut = new Blob([new Uint8Array(gzipSync(CSV)).subarray(0, 1e5)]);
    const records = glassbox.records();
    let before = 0;
    for (let time = 0; time < 30; time++) {
      if (time === 10) before = glassbox.memoryBytes;
      const { files } = await reader.find([{ name: 'cut.csv.gz', file: cut }]);
      const { signal } = new AbortController();
      const reading = readFile(reader, files[0].id, records, 'train', signal, NOTHING_TOLD);
      await assert.rejects(reading, { code: 'file-damaged-gzip' });
      records.abandon('train');
      await new Promise(setImmediate);
    }
    assert.equal(glassbox.memoryBytes, before);
  });

  test('passes on what has come of a file that goes on later, and stops at a close', async () => {
    const { reader, close } = await start();
    const { port, waits } = heldServer();
    const { files } = await reader.find([{ name: 'slow.csv', url: await port }]);
    const parser = (await loadGlassbox()).csvParser();
    parser.read(HALF);
    const sent = parser.take().length;
    for (let came = 0; came < sent; ) {
      const { records, done } = await reader.next(files[0].id);
      assert.ok(!done);
      came += records.length;
    }
    const next = reader.next(files[0].id);
    await reader.close(files[0].id);
    assert.deepEqual([(await next).done, (await next).records.length], [true, 0]);
    (await waits).destroy();
    close();
  });
});

test('an observer scores and imagines a network as it was when it was asked, with the same bits', async () => {
  const { observer, close } = await start();
  const glassbox = await loadGlassbox();
  const records = glassbox.records();
  for (const kind of /** @type {const} */ (['train', 'test'])) {
    records.write(kind, await firstRecords(kind, 300));
    records.end(kind);
  }
  const run = glassbox.run(records, recipeSettings('quick', { hiddenNodes: 30 }));
  const observing = new Observing([observer], records);
  const expected = [];
  const told = [];
  for (let round = 0; round < 3; round++) {
    run.train({ samples: 100 });
    told.push(observing.score(run.network, 1), observing.imagine(run.network, round, 0));
    const { correct, total, error } = glassbox.evaluate(run.network, records);
    expected.push({ correct, total, error }, run.network.imagine(round));
  }
  assert.deepEqual(await Promise.all(told), expected);
  records.write('test', await firstRecords('test', 50));
  records.end('test');
  assert.equal((await observing.score(run.network, 2)).total, 50);
  close();
});

test('an observer has the test records for the first score, also where their file has only just ended', async () => {
  const { observer, close } = await start();
  const glassbox = await loadGlassbox();
  const records = glassbox.records();
  records.write('test', await firstRecords('test', 300));
  records.end('test');
  const network = glassbox.network({ hiddenNodes: 5 });
  // The version goes up a moment after the end.
  assert.equal((await new Observing([observer], records).score(network, 0)).total, 300);
  close();
});

/** A server that sends half of the file and holds the rest. */
function heldServer() {
  /** @type {(response: import('node:http').ServerResponse) => void} */
  let asked;
  const waits = new Promise((/** @type {typeof asked} */ resolve) => {
    asked = resolve;
  });
  const port = import('node:http').then(async ({ createServer }) => {
    const server = createServer((_, response) => {
      response.write(HALF);
      response.on('close', () => server.close());
      asked(response);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    return `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
  });
  return { port, waits };
}
