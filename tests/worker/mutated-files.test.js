import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileError } from '../../web/worker/files/file-error.js';
import { uniform } from '../helpers.js';
import { csvOf, find, gzip, joined, mnistOf, zipOf } from './containers.js';

const CASES = 1000;
/** More than any of these files holds, unpacked. Damage may make more of them. */
const BYTES_MAX = 1 << 20;

const { images, labels } = mnistOf(3);
const text = csvOf(2);
const zip = zipOf(
  [
    { name: 'train.csv', content: text },
    { name: 'a/test.csv.gz', content: gzip(text), descriptor: true },
    { name: 't10k-images', content: images, stored: true },
    { name: 't10k-labels', content: labels },
  ],
  'a comment',
);

/** The files, by the names of the first, which is changed. @type {Record<string, Uint8Array>[]} */
const SAMPLES = [
  { 'train.zip': zip },
  { 'train.csv.gz': joined(gzip(text), gzip(text), new Uint8Array(20)) },
  { 'train-images': images, 'train-labels': labels },
  { 'train-labels': labels, 'train-images': images },
  { 'train-images.gz': gzip(images), 'train-labels': labels },
  { 'train.csv': new TextEncoder().encode(text.slice(0, 500)) },
];

/**
 * A changed copy: some bytes or bits changed, a part lost, doubled or moved, or a number made large.
 *
 * @param {Uint8Array} bytes
 * @param {() => number} random
 */
function mutated(bytes, random) {
  const below = (/** @type {number} */ limit) => Math.floor(random() * limit);
  let changed = bytes.slice();
  for (let changes = 1 + below(4); changes > 0 && changed.length > 8; changes--) {
    // Most of the structure is near the start and the end.
    const near = Math.min(changed.length, [changed.length, 40, 300][below(3)]);
    const at = random() < 0.5 ? below(near) : changed.length - 1 - below(near);
    const end = at + 1 + below(Math.min(64, changed.length - at));
    const part = changed.slice(at, end);
    const change = below(7);
    if (change === 0) changed[at] ^= 1 << below(8);
    if (change === 1) changed[at] = [0, 1, 0x7f, 0x80, 0xff][below(5)];
    if (change === 2) changed = changed.slice(0, at);
    if (change === 3) changed = joined(changed.subarray(0, at), changed.subarray(end));
    if (change === 4) changed = joined(changed.subarray(0, end), part, changed.subarray(end));
    if (change === 5) changed.set(part, below(changed.length - part.length));
    if (change === 6) changed.fill(0xff, at, Math.min(end, at + 4));
  }
  return changed;
}

/** Reads all that is found. @param {Record<string, Uint8Array>} files */
async function readAll(files) {
  let length = 0;
  for (const file of await find(files)) {
    const reader = (await file.open(new AbortController().signal, () => {})).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      assert.ok(part.value.length <= 1 << 16, 'a portion is small');
      length += part.value.length;
      if (length > BYTES_MAX) return reader.cancel();
    }
  }
}

test('whatever the bytes of a file, it is read or refused with a sentence', async () => {
  for (const [sample, files] of SAMPLES.entries()) {
    const [name, bytes] = Object.entries(files)[0];
    let refused = 0;
    for (let seed = 0; seed < CASES; seed++) {
      const changed = mutated(bytes, uniform(sample * CASES + seed));
      try {
        await readAll({ ...files, [name]: changed });
      } catch (error) {
        refused++;
        const what = `${name}, sample ${sample}, seed ${seed}: ${error instanceof Error ? error.stack : error}`;
        assert.ok(error instanceof FileError, what);
        assert.match(error.message, /^[A-Z].*\.$/, what);
      }
    }
    assert.ok(refused > 0, name);
  }
});
