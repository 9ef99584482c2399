import { contentOf, unpackedContent } from './content.js';
import { fileError } from './file-error.js';

/**
 * Reads zips: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 *
 * Only the directory is kept in memory. An entry is a part of the file and read when it is needed.
 *
 * @typedef {object} Entry
 * @property {string} path
 * @property {boolean} isEncrypted
 * @property {boolean} isZip64 whether its sizes or its place are in the zip64 extension
 * @property {number} method of compression
 * @property {number} crc
 * @property {number} size packed
 * @property {number} fullSize unpacked
 * @property {number} at where its local header is
 *
 * @typedef {import('./content.js').Content} Content
 */

const LOCAL = { size: 30, magic: 0x04034b50 };
const CENTRAL = { size: 46, magic: 0x02014b50 };
const END = { size: 22, magic: 0x06054b50 };
/** The largest numbers. They stand for those that are too large and lie in the zip64 extension. */
const SHORT_MAX = 0xffff;
const LONG_MAX = 0xffffffff;

const STORED = 0;
const DEFLATED = 8;

/** The most bytes of a directory: 100,000 entries with long names. */
const DIRECTORY_MAX = 1 << 24;

/** gzip's header: the method deflate, and nothing else. */
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

/**
 * @param {string} name
 * @param {Blob} blob
 * @returns {Promise<Entry[]>} its files in order, without folders and empty files
 * @throws {import('./file-error.js').FileError}
 */
export async function zipEntries(name, blob) {
  const tailStart = Math.max(0, blob.size - END.size - SHORT_MAX);
  const tail = await viewOf(name, blob, tailStart, blob.size);
  let at = tail.byteLength - END.size;
  while (at >= 0 && !isEnd(tail, at)) at--;
  if (at < 0) throw fileError(name, 'file-zip-damaged');
  const count = tail.getUint16(at + 10, true);
  const length = tail.getUint32(at + 12, true);
  const start = tail.getUint32(at + 16, true);
  if (count === SHORT_MAX || length === LONG_MAX || start === LONG_MAX) {
    throw fileError(name, 'file-zip-too-large');
  }
  if (start + length > tailStart + at || length > DIRECTORY_MAX) throw fileError(name, 'file-zip-damaged');
  const entries = readDirectory(name, await viewOf(name, blob, start, start + length), count);
  return entries.filter(({ path, fullSize }) => !path.endsWith('/') && fullSize > 0);
}

/** Whether the end record is here, and not its mark in a comment. @param {DataView} tail @param {number} at */
const isEnd = (tail, at) =>
  tail.getUint32(at, true) === END.magic && at + END.size + tail.getUint16(at + 20, true) <= tail.byteLength;

/**
 * @param {string} name
 * @param {DataView} view
 * @param {number} count
 */
function readDirectory(name, view, count) {
  /** @type {Entry[]} */
  const entries = [];
  for (let at = 0; entries.length < count; ) {
    const fits = at + CENTRAL.size <= view.byteLength;
    if (!fits || view.getUint32(at, true) !== CENTRAL.magic) throw fileError(name, 'file-zip-damaged');
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const pathEnd = Math.min(at + CENTRAL.size + lengths[0], view.byteLength);
    const path = new TextDecoder().decode(view.buffer.slice(at + CENTRAL.size, pathEnd));
    const [crc, size, fullSize] = [16, 20, 24].map((field) => view.getUint32(at + field, true));
    const local = view.getUint32(at + 42, true);
    entries.push({
      path: path.replaceAll('\\', '/'),
      isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      isZip64: [size, fullSize, local].includes(LONG_MAX),
      method: view.getUint16(at + 10, true),
      crc,
      size,
      fullSize,
      at: local,
    });
    at += CENTRAL.size + lengths[0] + lengths[1] + lengths[2];
  }
  return entries;
}

/**
 * @param {string} name of the zip
 * @param {Blob} blob
 * @param {Entry} entry
 * @returns {Promise<Content>} what it holds, unpacked when it is read
 * @throws {import('./file-error.js').FileError}
 */
export async function entryContent(name, blob, entry) {
  const { path, method, crc, size, fullSize, at } = entry;
  if (entry.isEncrypted) throw fileError(path, 'file-zip-encrypted');
  if (entry.isZip64) throw fileError(path, 'file-zip-too-large');
  if (method !== STORED && method !== DEFLATED) throw fileError(path, 'file-zip-method', { method });
  if (at + LOCAL.size > blob.size) throw fileError(name, 'file-zip-damaged');
  const local = await viewOf(name, blob, at, at + LOCAL.size);
  const start = at + LOCAL.size + local.getUint16(26, true) + local.getUint16(28, true);
  if (local.getUint32(0, true) !== LOCAL.magic || start + size > blob.size) {
    throw fileError(name, 'file-zip-damaged');
  }
  const packed = blob.slice(start, start + size);
  if (method === STORED) return contentOf(path, packed);
  // A gzip file is deflated data, too, between a header and a trailer: its unpacker checks CRC and size.
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, crc, true);
  trailer.setUint32(4, fullSize, true);
  const gzip = new Blob([GZIP_HEADER, packed, trailer]);
  return unpackedContent(contentOf(path, gzip), 'file-zip-entry-damaged');
}

/**
 * @param {string} name
 * @param {Blob} blob
 * @param {number} start
 * @param {number} end
 */
async function viewOf(name, blob, start, end) {
  try {
    return new DataView(await blob.slice(start, end).arrayBuffer());
  } catch {
    throw fileError(name, 'file-unreadable');
  }
}
