import { DEFLATED, GZIP_HEADER, gzipTrailer, STORED } from '../../shared/deflated.js';
import { counted, unpackedContent } from './content.js';
import { fileError } from './file-error.js';

/**
 * Reads zips. An entry is a part of the file and read when it is needed.
 *
 * @typedef {import('@zip.js/zip.js').FileEntry} FileEntry
 * @typedef {{ path: string, file: FileEntry }} Entry
 * @typedef {import('./content.js').Content} Content
 */

/**
 * @param {string} name
 * @param {Blob} blob
 * @returns {Promise<Entry[]>} its files in order, without folders and empty files
 * @throws {import('./file-error.js').FileError}
 */
export async function zipEntries(name, blob) {
  // Few visitors have a zip, and the library is larger than all else that the worker loads.
  const { BlobReader, ZipReader } = await import('@zip.js/zip.js/lib/zip-core-custom.js');
  try {
    const entries = await new ZipReader(new BlobReader(blob)).getEntries();
    return entries
      .filter((entry) => !entry.directory)
      .filter((entry) => entry.uncompressedSize > 0)
      .map((file) => ({ path: file.filename.replaceAll('\\', '/'), file }));
  } catch {
    throw fileError(name, 'file-zip-damaged');
  }
}

/**
 * @param {Entry} entry
 * @returns {Content} what it holds, unpacked when it is read
 * @throws {import('./file-error.js').FileError}
 */
export function entryContent({ path: name, file }) {
  const { compressionMethod: method, compressedSize: size, signature: checksum } = file;
  if (file.encrypted) throw fileError(name, 'file-zip-encrypted');
  if (method !== STORED && method !== DEFLATED) throw fileError(name, 'file-zip-method', { method });
  const damaged = () => fileError(name, 'file-zip-entry-damaged');
  /** @param {import('./content.js').OnArrived} onArrived */
  const open = (onArrived) => counted(packed(file), size, onArrived, damaged);
  if (method === STORED) return { name, size, checksum, open };
  const gzip = {
    name,
    size,
    checksum,
    open: (/** @type {Parameters<typeof open>[0]} */ on) => asGzip(open(on), file),
  };
  return unpackedContent(gzip, 'file-zip-entry-damaged');
}

/**
 * The bytes of an entry as they are in the zip. The library would unpack them as browsers do, which Node 18 can't. The
 * checksum of those that are not packed is left to it.
 *
 * @param {FileEntry} file
 * @returns {ReadableStream<Uint8Array>}
 */
function packed(file) {
  const { readable, writable } = new TransformStream();
  const isStored = file.compressionMethod === STORED;
  file
    .getData(writable, isStored ? { checkSignature: true } : { passThrough: true })
    .catch((error) => writable.abort(error).catch(() => {}));
  return readable;
}

/**
 * As gzip, whose unpacker checks CRC and size.
 *
 * @param {ReadableStream<Uint8Array>} deflated
 * @param {FileEntry} file
 */
function asGzip(deflated, { signature = 0, uncompressedSize }) {
  const frame = new TransformStream({
    start: (controller) => controller.enqueue(GZIP_HEADER),
    flush: (controller) => controller.enqueue(gzipTrailer(signature, uncompressedSize)),
  });
  return deflated.pipeThrough(frame);
}
