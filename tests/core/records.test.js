// Records as JavaScript has them.

import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { NO_DIGIT } from '../../web/shared/shape.js';
import { mnistPath } from '../mnist.js';
import { assertRefused } from './contract.js';
import {
  bytes,
  contentsOf,
  csv,
  glassbox,
  load,
  loadedRecords,
  loadedRun,
  stateOf,
  testCsv,
} from './fixtures.js';

describe('records', () => {
  test('writing tells the records so far, ending all of them', () => {
    const records = glassbox.records();
    const lines = new TextDecoder().decode(csv).split('\n');
    assert.equal(records.write('train', bytes(lines[0])), 0);
    assert.equal(records.write('train', bytes(`\n${lines[1]}\n${lines[2]}`)), 2);
    assert.equal(records.write('train', new Uint8Array(0)), 2);
    assert.equal(records.end('train'), 3);
    assert.equal(records.write('test', testCsv), 30);
    assert.equal(records.count('test'), 0);
    assert.equal(records.end('test'), 30);
    assert.deepEqual([records.count('train'), records.count('test')], [3, 30]);
    records.free();
  });

  test('they can be looked at', () => {
    const records = glassbox.records();
    records.write('train', csv.subarray(0, csv.length - 5));
    load(records, 'test', testCsv);
    for (const [kind, file, count] of /** @type {const} */ ([
      ['train', csv, 19],
      ['test', testCsv, 30],
    ])) {
      const lines = new TextDecoder().decode(file).split('\n');
      for (const index of [0, 7, count - 1]) {
        const [label, ...pixels] = lines[index].split(',').map(Number);
        assert.deepEqual(records.record(kind, index), { label, pixels: Uint8Array.from(pixels) });
      }
      const labels = lines.slice(0, count).map((line) => Number(line.split(',')[0]));
      assert.deepEqual(records.labels(kind), Uint8Array.from(labels));
      records.record(kind, 0).pixels.fill(7);
      assert.equal(records.record(kind, 0).pixels[0], 0);
      const takes = `^index takes a whole number from 0 to ${count - 1}, not ${count}$`;
      assert.throws(() => records.record(kind, count), { name: 'RangeError', message: new RegExp(takes) });
    }
    records.free();
  });

  test('pictures of no digit are taken beside records, for training alone', () => {
    const records = glassbox.records();
    const [first] = new TextDecoder().decode(csv).split('\n');
    records.add('train', Uint8Array.from(first.split(','), Number));
    const picture = Uint8Array.from({ length: 784 }, (_, i) => i % 256);
    assert.equal(records.addNoDigits('train', picture), 2);
    assert.equal(records.end('train'), 2);
    assert.deepEqual(records.record('train', 1), { label: NO_DIGIT, pixels: picture });
    const state = () => contentsOf(records);
    const odd = () => records.addNoDigits('train', new Uint8Array(785));
    assertRefused([[odd, 'RangeError', /^pixels takes a multiple of 784 bytes, not 785$/]], state);
    records.free();
  });

  test('an abandoned file leaves what was loaded before', () => {
    const { records, run, free } = loadedRun();
    run.train({ samples: 3 });
    for (const kind of /** @type {const} */ (['train', 'test'])) {
      const before = [stateOf(run), contentsOf(records)];
      records.write(kind, csv.subarray(0, 5000));
      records.abandon(kind);
      assert.equal(run.restartIfStale(), false);
      assert.deepEqual([stateOf(run), contentsOf(records)], before);
      load(records, kind, testCsv);
      run.restartIfStale();
    }
    assert.deepEqual([records.count('train'), records.count('test')], [30, 30]);
    free();
  });

  test('whole records are taken like text, and a label that is none is refused', () => {
    const records = loadedRecords();
    const wanted = contentsOf(records)[1];
    const raw = Uint8Array.from(wanted.flatMap(({ label, pixels }) => [label, ...pixels]));
    assert.equal(records.add('train', raw.subarray(0, 785 * 7)), 7);
    assert.equal(records.add('train', raw.subarray(785 * 7)), 30);
    assert.equal(records.end('train'), 30);
    assert.deepEqual(contentsOf(records)[0], wanted);
    assert.throws(() => records.add('train', raw.subarray(1)), {
      name: 'RangeError',
      message: 'bytes takes a multiple of 785 bytes, not 23549',
    });
    raw[785] = 17;
    assert.throws(() => records.add('train', raw), {
      name: 'RangeError',
      message: 'A label in this file is not a digit from 0 to 9.',
    });
    assert.deepEqual(contentsOf(records)[0], wanted);
    records.free();
  });

  test('many records go in and come out whole, and need no memory in the module but their own', async () => {
    const own = await loadGlassbox();
    const records = own.records();
    const count = 20_000;
    const given = Uint8Array.from({ length: count * 785 }, (_, i) => (i % 785 ? i * 31 : i % 10));
    const before = own.memoryBytes;
    records.add('test', given);
    assert.equal(records.end('test'), count);
    assert.equal(Buffer.compare(records.all('test'), given), 0);
    const added = own.memoryBytes - before;
    assert.ok(added < 1.3 * given.length, `${added} bytes for ${given.length}`);
  });

  test('a set is taken over, and its tenth record held out', () => {
    const { records, run, free } = loadedRun();
    run.train({ samples: 3 });
    const other = loadedRecords();
    records.takeOver('train', other);
    assert.equal(run.restartIfStale(), false, 'the same records');
    assert.equal(other.count('train'), 0);
    load(other, 'train', testCsv);
    const wanted = contentsOf(other)[0];
    other.holdOut(10);
    assert.deepEqual(contentsOf(other)[1], [wanted[9], wanted[19], wanted[29]]);
    records.takeOver('train', other);
    records.takeOver('test', other);
    assert.equal(run.restartIfStale(), true, 'other records');
    assert.deepEqual(
      contentsOf(records),
      [0, 1].map((held) => wanted.filter((_, index) => (index % 10 === 9) === (held === 1))),
    );
    other.free();
    free();
  });

  test('pictures that lie on their side, light ground and other oddities are seen and put right', async () => {
    const reader = await glassbox.pretrained();
    const { records, run, free } = loadedRun();
    const plain = contentsOf(records);
    const { labels, ground, highest, lastIsLabel } = records.inspect('train');
    assert.deepEqual(
      labels,
      Array.from({ length: 10 }, (_, digit) => plain[0].filter(({ label }) => label === digit).length),
    );
    assert.ok(ground === 0 && highest > 200 && !lastIsLabel, `${[ground, highest, lastIsLabel]}`);
    assert.ok(records.readTurned('train', reader)[0] > 0.9);

    run.train({ samples: 3 });
    records.correct('train', 1);
    assert.equal(run.restartIfStale(), true);
    const shares = records.readTurned('train', reader);
    assert.ok(shares[1] > 0.9 && shares[0] < 0.7, `${shares}`);
    assert.equal(records.record('train', 0).pixels[28 * 9 + 14], plain[0][0].pixels[28 * 14 + 9]);
    records.correct('train', 1);

    records.correct('test', 'invert');
    assert.ok(records.inspect('test').ground > 250);
    records.correct('test', 'invert');
    assert.deepEqual(contentsOf(records), plain);
    records.add('test', Uint8Array.of(3, ...Array(784).fill(10)));
    records.end('test');
    assert.throws(() => records.correct('test', 'label'), { name: 'RangeError', message: /^A label in / });
    assert.equal(records.record('test', 0).label, 3);
    reader.free();
    free();
  });

  test('both files of MNIST fit into 128 MB, again and again; a second run adds less than 8 MB', {
    timeout: 120_000,
  }, async (t) => {
    const own = await loadGlassbox();
    const records = own.records();
    for (const kind of /** @type {const} */ (['train', 'test'])) {
      for await (const chunk of createReadStream(mnistPath(kind))) records.write(kind, chunk);
      records.end(kind);
    }
    assert.deepEqual([records.count('train'), records.count('test')], [60_000, 10_000]);
    const run = own.run(records, recipeSettings('notebook'));
    run.train({ samples: 30 });
    own.evaluate(run.network, records, { to: 10 });
    const size = own.memoryBytes;
    t.diagnostic(`${(size / 2 ** 20).toFixed(1)} MB`);
    assert.ok(size <= 128 * 2 ** 20, `${size} bytes`);

    const second = own.run(records, recipeSettings('quick'));
    second.train({ samples: 70_000 });
    const added = own.memoryBytes - size;
    t.diagnostic(`a second run adds ${(added / 2 ** 20).toFixed(1)} MB`);
    assert.ok(added < 8 * 2 ** 20, `${added} bytes`);
    second.free();
    run.free();
    records.free();

    const whole = own.memoryBytes;
    const again = own.records();
    for await (const chunk of createReadStream(mnistPath('train'))) again.write('train', chunk);
    again.end('train');
    assert.equal(own.memoryBytes, whole, 'freed memory is not used again');
  });
});
