import { ByteReader } from './byte-reader.js';
import { counted, takeHead } from './content.js';
import { FileError, fileError } from './file-error.js';
import { recognise } from './first-bytes.js';
import { checkReadable } from './part.js';

/** How many packed bytes are unpacked at once. */
const PORTION = 1 << 16;

/**
 * Opens a CSV file on the server, packed with gzip or not: HTTP headers do not tell that reliably.
 *
 * @param {string} name
 * @param {string} url
 * @param {AbortSignal} signal
 * @param {import('./content.js').OnArrived} onArrived
 * @returns {Promise<ReadableStream<Uint8Array>>} it fails with a FileError
 */
export async function openServerFile(name, url, signal, onArrived) {
  const { body, total } = await request(name, url, signal);
  const lost = (/** @type {number} */ bytes) => fileError(name, 'file-connection-lost', { bytes, total });
  const reader = new ByteReader(counted(body, total, onArrived, lost));
  const head = await takeHead(reader);
  const { what } = recognise(head);
  if (what === 'gzip') return unpacked(name, reader.streamFrom(head));
  try {
    if (what === 'file-is-web-page') throw fileError(name, 'file-sent-web-page');
    checkReadable(name, head);
  } catch (error) {
    await reader.cancel();
    throw error;
  }
  return reader.streamFrom(head);
}

/** @param {string} name @param {string} url @param {AbortSignal} signal */
async function request(name, url, signal) {
  let response;
  try {
    response = await fetch(url, { signal });
  } catch {
    throw fileError(name, 'file-unreachable');
  }
  if (!response.ok) {
    const { status, statusText } = response;
    throw fileError(name, 'file-refused', { status, statusText });
  }
  if (!response.body) throw fileError(name, 'file-nothing-sent');
  // The browser unpacks a Content-Encoding, so Content-Length would not match the bytes that arrive here.
  const length = response.headers.get('Content-Encoding') ? null : response.headers.get('Content-Length');
  return { body: response.body, total: length === null ? null : Number(length) };
}

/**
 * Unpacks a gzip file of one member, as ours are: the browser's own way takes half the time of gunzip.js. It gets small
 * portions: of the megabytes that a server may send at once, it would give nothing before all are unpacked.
 *
 * @param {string} name
 * @param {ReadableStream<Uint8Array>} packed
 * @returns {ReadableStream<Uint8Array>}
 */
function unpacked(name, packed) {
  const portions = new TransformStream({
    transform(piece, controller) {
      for (let at = 0; at < piece.length; at += PORTION) controller.enqueue(piece.subarray(at, at + PORTION));
    },
  });
  const gzip = /** @type {ReadableWritablePair<Uint8Array, Uint8Array>} */ (new DecompressionStream('gzip'));
  const reader = packed.pipeThrough(portions).pipeThrough(gzip).getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        // A FileError comes from reading the file, any other error from unpacking it.
        controller.error(error instanceof FileError ? error : fileError(name, 'file-damaged-gzip'));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
