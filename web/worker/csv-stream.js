import { codedError } from '../shared/errors.js';

/**
 * Streams the bytes of a CSV file from the server or the visitor. The file may be compressed with gzip: its first
 * bytes show that reliably; file names and HTTP headers do not.
 */

/** @typedef {{ name: string, url?: string, file?: Blob }} Source url or file */

/** How many bytes of a compressed file are unpacked at once. */
const PORTION = 1 << 15;

/** Why a file could not be read. */
export class FileError extends Error {
  name = 'FileError';
}

/**
 * @param {Source} source
 * @param {AbortSignal} signal
 * @param {(arrived: { bytes: number, total: number | null }) => void} onArrived bytes before unpacking; total:
 *   null if the server does not tell
 * @returns {Promise<ReadableStream<Uint8Array>>} unpacked; it fails with a FileError
 */
export async function openCsv(source, signal, onArrived) {
  const { body, total } = source.file ? openFile(source.file) : await openUrl(String(source.url), signal);
  const reader = counted(body, total, source, onArrived).getReader();
  const { head, rest } = await firstBytes(reader);
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  const bytes = joined(head, rest);
  return isGzip ? unpacked(bytes) : bytes;
}

/** @param {Blob} file */
function openFile(file) {
  return { body: file.stream(), total: file.size };
}

/** @param {string} url @param {AbortSignal} signal */
async function openUrl(url, signal) {
  let response;
  try {
    response = await fetch(url, { signal });
  } catch {
    throw codedError(FileError, 'file-unreachable');
  }
  if (!response.ok) {
    const { status, statusText } = response;
    throw codedError(FileError, 'file-refused', { status, statusText });
  }
  if (!response.body) throw codedError(FileError, 'file-nothing-sent');
  // The browser unpacks a Content-Encoding, so Content-Length would not match the bytes that arrive here.
  const length = response.headers.get('Content-Encoding') ? null : response.headers.get('Content-Length');
  return { body: response.body, total: length === null ? null : Number(length) };
}

/**
 * @param {ReadableStream<Uint8Array>} body
 * @param {number | null} total
 * @param {Source} source
 * @param {(arrived: { bytes: number, total: number | null }) => void} onArrived
 * @returns {ReadableStream<Uint8Array>}
 */
function counted(body, total, source, onArrived) {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        bytes += value.length;
        onArrived({ bytes, total });
        controller.enqueue(value);
      } catch {
        controller.error(
          source.file
            ? codedError(FileError, 'file-unreadable')
            : codedError(FileError, 'file-connection-lost', { bytes, total }),
        );
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/**
 * Reads at least two bytes, or to the end of a shorter stream.
 *
 * @param {ReadableStreamDefaultReader<Uint8Array>} rest
 */
async function firstBytes(rest) {
  let head = new Uint8Array(0);
  while (head.length < 2) {
    const { done, value } = await rest.read();
    if (done) break;
    const longer = new Uint8Array(head.length + value.length);
    longer.set(head);
    longer.set(value, head.length);
    head = longer;
  }
  return { head, rest };
}

/**
 * @param {Uint8Array} head
 * @param {ReadableStreamDefaultReader<Uint8Array>} rest
 * @returns {ReadableStream<Uint8Array>}
 */
function joined(head, rest) {
  return new ReadableStream({
    start(controller) {
      if (head.length > 0) controller.enqueue(head);
    },
    async pull(controller) {
      const { done, value } = await rest.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => rest.cancel(reason),
  });
}

/**
 * Unpacks a gzip stream in small portions. The server may send megabytes at once, and unpacking those would block
 * the worker for a tenth of a second.
 *
 * @param {ReadableStream<Uint8Array>} packed
 * @returns {ReadableStream<Uint8Array>}
 */
function unpacked(packed) {
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
        const isRead = error instanceof FileError;
        controller.error(isRead ? error : codedError(FileError, 'file-damaged-gzip'));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
