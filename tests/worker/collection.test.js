// A class's digits as records in MNIST's format.

import assert from 'node:assert/strict';
import { digitDrawings } from '../../data/handwriting/material.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { packed } from '../../web/shared/packed-strokes.js';
import { run } from '../helpers.js';
import { clientTest } from './client.js';

const glassbox = await loadGlassbox();

clientTest(
  '200 drawings are a CSV that numpy and our own reader take, label first, then 784 greys',
  async (client) => {
    const drawings = digitDrawings(200, 5);
    const csv = await client.api.collection.records(
      'main',
      drawings.map(({ label, strokes }) => ({ label, strokes: packed(strokes) })),
    );
    const { stdout, code } = await run(
      String(process.env.PYTHON ?? '/usr/bin/python3'),
      [
        '-c',
        `import sys, numpy
a = numpy.loadtxt(sys.stdin, delimiter=",", dtype=numpy.int64)
print(a.shape, a[:, 0].tolist(), a.min(), a[:, 1:].max())`,
      ],
      new TextEncoder().encode(csv),
    );
    assert.equal(code, 0);
    const labels = drawings.map(({ label }) => label);
    assert.equal(stdout.toString().trim(), `(200, 785) [${labels.join(', ')}] 0 255`);
    const records = glassbox.records();
    records.write('test', new TextEncoder().encode(csv));
    records.end('test');
    assert.equal(records.count('test'), 200);
    for (const [i, { label, strokes }] of drawings.entries()) {
      const record = records.record('test', i);
      assert.equal(record.label, label);
      assert.deepEqual(record.pixels, glassbox.drawing(strokes)?.pixels);
    }
    records.free();
  },
);
