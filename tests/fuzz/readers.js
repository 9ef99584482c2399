// Fuzzes the readers in JavaScript: whatever the bytes, a file is read, or refused with an error that has a code.

import assert from 'node:assert/strict';
import { weightsIn } from '../../web/core/network-file.js';
import { writeNpy } from '../../web/core/npy.js';
import { readNpz, writeNpz } from '../../web/core/npz.js';
import { ERROR_TEXTS } from '../../web/shared/error-texts.js';
import { FileError } from '../../web/worker/files/file-error.js';
import { uniform } from '../helpers.js';
import { csvOf, find, gzip, joined, mnistOf, zipOf } from '../worker/containers.js';
import { mutated } from './mutated.js';

/** More than any of these files holds, unpacked. Damage may make more of them. */
const BYTES_MAX = 1 << 20;

const { images, labels } = mnistOf(3);
const text = csvOf(2);

/** Files, by their names. The first is changed. @type {Record<string, Uint8Array>[]} */
const FILES = [
  {
    'train.zip': zipOf(
      [
        { name: 'train.csv', content: text },
        { name: 'a/test.csv.gz', content: gzip(text), descriptor: true },
        { name: 't10k-images', content: images, stored: true },
        { name: 't10k-labels', content: labels },
      ],
      'a comment',
    ),
  },
  { 'train.csv.gz': joined(gzip(text), gzip(text), new Uint8Array(20)) },
  { 'train-images': images, 'train-labels': labels },
  { 'train-labels': labels, 'train-images': images },
  { 'train-images.gz': gzip(images), 'train-labels': labels },
  { 'train.csv': new TextEncoder().encode(text.slice(0, 500)) },
];

const ARRAYS = {
  wih: { shape: [20, 784], data: Float32Array.from({ length: 20 * 784 }, (_, i) => Math.sin(i)) },
  who: { shape: [10, 20], data: Float32Array.from({ length: 200 }, (_, i) => Math.cos(i)) },
  settings: { shape: [], data: '{"recipe":"best"}' },
};

/** The same as .npy files. */
const NPY_FILES = Object.entries(ARRAYS).map(([name, array]) => ({
  name: `${name}.npy`,
  content: writeNpy(array, '<f4'),
}));

/** As numpy.savez and numpy.savez_compressed store a network, the latter also to a stream or with sizes of 64 bits. */
const NETWORKS = {
  'stored.npz': writeNpz(ARRAYS, '<f4'),
  'deflated.npz': zipOf(NPY_FILES),
  'streamed.npz': zipOf(NPY_FILES.map((file) => ({ ...file, descriptor: true }))),
  'wide.npz': zipOf(NPY_FILES.map((file) => ({ ...file, wide: true }))),
};

/** Reads all that is found. @param {Record<string, Uint8Array>} files */
async function readAll(files) {
  let length = 0;
  for (const file of await find(files)) {
    const reader = (await file.open(new AbortController().signal, () => {})).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      assert.ok(part.value.length <= 1 << 17, 'a portion is small');
      length += part.value.length;
      if (length > BYTES_MAX) return reader.cancel();
    }
  }
}

/** What is read, how, and what its errors are. */
const READERS = [
  ...FILES.map((files) => {
    const [[name, bytes]] = Object.entries(files);
    return {
      name,
      bytes,
      read: (/** @type {Uint8Array} */ changed) => readAll({ ...files, [name]: changed }),
      isRefusal: (/** @type {unknown} */ error) =>
        error instanceof FileError && /^[A-Z].*\.$/.test(error.message),
    };
  }),
  ...Object.entries(NETWORKS).map(([name, bytes]) => ({
    name,
    bytes,
    read: async (/** @type {Uint8Array} */ changed) => weightsIn(await readNpz(changed)),
    isRefusal: (/** @type {any} */ error) => Object.hasOwn(ERROR_TEXTS, error.code ?? ''),
  })),
];

/**
 * Fuzzes all readers in turn.
 *
 * @param {number} wanted bytes to try in all
 * @param {number} first number of the first input, which depends on nothing before it
 * @returns {Promise<{ inputs: number, bytes: number, refused: Map<string, number> }>}
 */
export async function fuzzReaders(wanted, first = 0) {
  const refused = new Map(READERS.map(({ name }) => [name, 0]));
  let [input, bytes] = [first, 0];
  for (; bytes < wanted; input++) {
    const reader = READERS[input % READERS.length];
    const changed = mutated(reader.bytes, uniform(input));
    bytes += changed.length;
    try {
      await reader.read(changed);
    } catch (error) {
      const what = `input ${input}, ${reader.name}: ${error instanceof Error ? error.stack : error}`;
      assert.ok(reader.isRefusal(error), what);
      refused.set(reader.name, Number(refused.get(reader.name)) + 1);
    }
  }
  return { inputs: input - first, bytes, refused };
}
