import { DEFLATED, GZIP_HEADER, gzipTrailer, STORED } from '../shared/deflated.js';
import { codedError } from '../shared/errors.js';
import { joined } from '../shared/joined.js';
import { NpzError, readNpy, writeNpy } from './npy.js';
import { CENTRAL, END, LOCAL, zipEntries } from './zip-entries.js';

/**
 * Networks in files that `numpy.load` reads: .npz, a zip of .npy arrays.
 *
 * Our own code rather than a zip library's, since glassbox.js must work without a bundler, in pages too.
 */

/** @typedef {import('./npy.js').NpyArray} NpyArray */
/** @typedef {import('./npy.js').UnreadArray} UnreadArray */

/** Bytes of all arrays, unpacked: more than those of any network here in double precision. */
const UNPACKED_MAX = 2 ** 26;

/**
 * @param {Record<string, NpyArray>} arrays
 * @param {'<f2' | '<f4'} type of their numbers, unless they have their own: half or single precision
 * @returns {Uint8Array<ArrayBuffer>} the file; the same arrays give the same bytes
 */
export function writeNpz(arrays, type) {
  const files = Object.entries(arrays).map(([name, array]) => {
    const content = writeNpy(array, array.type ?? type);
    return { name: new TextEncoder().encode(`${name}.npy`), content, crc: crc32(content) };
  });
  const locals = files.map((file) => zipRecord(LOCAL, file, 0));
  let at = 0;
  const centrals = files.map((file, i) => {
    const record = zipRecord(CENTRAL, file, at);
    at += locals[i].length + file.content.length;
    return record;
  });
  const end = new DataView(new ArrayBuffer(END.size));
  end.setUint32(0, END.magic, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, length(centrals), true);
  end.setUint32(16, at, true);
  return joined([
    ...files.flatMap(({ content }, i) => [locals[i], content]),
    ...centrals,
    new Uint8Array(end.buffer),
  ]);
}

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Record<string, NpyArray | UnreadArray>>} the arrays, by their names
 * @throws {NpzError}
 */
export async function readNpz(bytes) {
  /** @type {Record<string, NpyArray | UnreadArray>} */
  const arrays = {};
  let total = 0;
  for (const { name, packed, method, crc, size } of zipEntries(bytes)) {
    if (!name.endsWith('.npy')) continue;
    if (method !== STORED && method !== DEFLATED) throw codedError(NpzError, 'npz-packed', { file: name });
    total += size;
    if (total > UNPACKED_MAX) throw codedError(NpzError, 'npz-arrays-too-large');
    const content = method === STORED ? packed : await inflated(packed, crc, size, name);
    if (content.length !== size || crc32(content) !== crc)
      throw codedError(NpzError, 'npz-damaged', { file: name });
    arrays[name.replace(/\.npy$/, '')] = readNpy(content, name);
  }
  return arrays;
}

/**
 * What a zip holds deflated.
 *
 * @param {Uint8Array} packed
 * @param {number} crc
 * @param {number} size of what comes out
 * @param {string} file its name, for errors
 */
async function inflated(packed, crc, size, file) {
  const gzip = new Blob([joined([GZIP_HEADER, packed, gzipTrailer(crc, size)])]);
  const reader = gzip.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const content = new Uint8Array(size);
  try {
    let at = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      content.set(part.value, at);
      at += part.value.length;
    }
    return content.subarray(0, at);
  } catch {
    // The stream is damaged, or goes on for longer than the directory says.
    await reader.cancel().catch(() => {});
    throw codedError(NpzError, 'npz-damaged', { file });
  }
}

/**
 * A local header or an entry of the directory: the same fields, after some more of its own.
 *
 * @param {{ size: number, magic: number }} kind
 * @param {{ name: Uint8Array, content: Uint8Array, crc: number }} file
 * @param {number} offset of the local header
 */
function zipRecord(kind, { name, content, crc }, offset) {
  const bytes = new Uint8Array(kind.size + name.length);
  const view = new DataView(bytes.buffer);
  const shared = kind === LOCAL ? 4 : 6;
  view.setUint32(0, kind.magic, true);
  view.setUint16(shared, 20, true);
  view.setUint16(shared + 8, 0x21, true); // 1 January 1980, so that equal networks are equal files
  view.setUint32(shared + 10, crc, true);
  view.setUint32(shared + 14, content.length, true);
  view.setUint32(shared + 18, content.length, true);
  view.setUint16(shared + 22, name.length, true);
  if (kind === CENTRAL) view.setUint32(42, offset, true);
  bytes.set(name, kind.size);
  return bytes;
}

/** The checksum of zip files. @param {Uint8Array} bytes */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** @param {Uint8Array[]} parts */
const length = (parts) => parts.reduce((sum, part) => sum + part.length, 0);
