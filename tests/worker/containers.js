// Small files of the kinds that visitors have, and how the tests read them.

import assert from 'node:assert/strict';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { findRecordFiles } from '../../web/worker/files/find-record-files.js';

/** @typedef {import('../../web/worker/files/find-record-files.js').RecordFile} RecordFile */

/** @param {string} text */
export const bytesOf = (text) => new TextEncoder().encode(text);

/** @param {(Uint8Array | number[] | string)[]} parts */
export const joined = (...parts) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(/** @type {Uint8Array} */ (part)))));

/** @param {Uint8Array | string} content */
export const gzip = (content) => new Uint8Array(gzipSync(content));

/** CSV with records that count up from a number. @param {number} count @param {number} [first] */
export const csvOf = (count, first = 0) =>
  Array.from(
    { length: count },
    (_, i) => `${[i % 10, ...Array(784).fill((first + i) % 256)].join(',')}\n`,
  ).join('');

/**
 * An IDX file. @param {number[]} sizes @param {ArrayLike<number>} numbers @param {number} [type]
 */
export function idxOf(sizes, numbers, type = 8) {
  const header = Buffer.alloc(4 + 4 * sizes.length);
  header.set([0, 0, type, sizes.length]);
  sizes.forEach((size, i) => {
    header.writeUInt32BE(size, 4 + 4 * i);
  });
  return joined(header, Uint8Array.from(numbers));
}

/**
 * MNIST's two files: labels count up to 9, pixels differ from picture to picture.
 *
 * @param {number} count
 * @param {number} [first] pixel
 */
export function mnistOf(count, first = 0) {
  const labels = Array.from({ length: count }, (_, i) => i % 10);
  const pixels = Uint8Array.from({ length: count * 784 }, (_, i) => (first + i + Math.floor(i / 784)) % 256);
  const records = joined(
    ...labels.map((label, i) => joined([label], pixels.subarray(i * 784, (i + 1) * 784))),
  );
  return { images: idxOf([count, 28, 28], pixels), labels: idxOf([count], labels), records };
}

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {Uint8Array | string} [content]
 * @property {boolean} [stored] default: deflated
 * @property {boolean} [descriptor] whether its sizes follow it, as in zips that were written to a stream
 * @property {boolean} [wide] whether the directory has its sizes in 64 bits
 * @property {number} [flags] more flags: 1 encrypted
 * @property {number} [method] to be claimed
 * @property {number} [size] to be claimed
 */

/** @param {ZipEntry[]} entries @param {string} [comment] */
export function zipOf(entries, comment = '') {
  /** @type {Uint8Array[]} */
  const files = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let at = 0;
  for (const entry of entries) {
    const { name, content = '', stored = false, descriptor = false } = entry;
    const packed = stored ? Buffer.from(content) : deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((entry.flags ?? 0) | (descriptor ? 8 : 0) | 0x800, 2);
    fields.writeUInt16LE(entry.method ?? (stored ? 0 : 8), 4);
    gzipSync(content).subarray(-8, -4).copy(fields, 10); // its CRC
    fields.writeUInt32LE(entry.size ?? packed.length, 14);
    fields.writeUInt32LE(Buffer.from(content).length, 18);
    fields.writeUInt16LE(Buffer.from(name).length, 22);
    const local = Buffer.from(fields);
    if (descriptor) local.fill(0, 10, 22);
    const file = joined('PK\x03\x04', local, name, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const extra = Buffer.alloc(entry.wide ? 20 : 0);
    const listed = Buffer.from(fields);
    if (entry.wide) {
      extra.set([1, 0, 16, 0]);
      extra.writeBigUInt64LE(BigInt(fields.readUInt32LE(18)), 4);
      extra.writeBigUInt64LE(BigInt(fields.readUInt32LE(14)), 12);
      listed.fill(0xff, 14, 22).writeUInt16LE(extra.length, 24);
    }
    directory.push(joined('PK\x01\x02', [20, 0], listed, place, name, extra));
    files.push(descriptor ? joined(file, 'PK\x07\x08', fields.subarray(10, 22)) : file);
    at += /** @type {Uint8Array} */ (files.at(-1)).length;
  }
  const central = joined(...directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  end.writeUInt16LE(Buffer.from(comment).length, 16);
  return joined(...files, central, 'PK\x05\x06', end, comment);
}

/** What is found in the visitor's files. @param {Record<string, Uint8Array | string>} files by their names */
export const find = (files) =>
  findRecordFiles(
    Object.entries(files).map(([name, content]) => ({
      name,
      file: new Blob([/** @type {BlobPart} */ (content)]),
    })),
  );

/** @param {RecordFile} file @param {AbortSignal} [signal] */
export async function read(file, signal = new AbortController().signal) {
  /** @type {{ bytes: number, total: number | null }[]} */
  const arrivals = [];
  const reader = (await file.open(signal, (arrived) => arrivals.push(arrived))).getReader();
  const chunks = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) chunks.push(part.value);
  return {
    bytes: joined(...chunks),
    last: arrivals.at(-1),
    longest: Math.max(0, ...chunks.map((c) => c.length)),
  };
}

/** @param {RecordFile} file */
export const textOf = async (file) => new TextDecoder().decode((await read(file)).bytes);

/**
 * Asserts that files are refused, when they are looked at or read.
 *
 * @param {Record<string, Uint8Array | string>} files
 * @param {{ code: string, file?: string, message?: RegExp }} expected
 */
export async function assertRefused(files, { code, file, message }) {
  /** @type {any} */
  const error = await find(files)
    .then((found) => Promise.all(found.map((one) => read(one))))
    .then(
      () => null,
      (thrown) => thrown,
    );
  const what = Object.keys(files).join(', ');
  assert.equal(error?.code, code, `${what}: ${error?.stack}`);
  assert.equal(error.name, 'FileError');
  if (file) assert.equal(error.parameters.file, file, what);
  if (message) assert.match(error.message, message, what);
}
