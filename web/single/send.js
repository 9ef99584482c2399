import { Turns } from '../shared/turns.js';

/**
 * A message with the bytes of each file in place of the file (shared/bytes-file.js).
 *
 * @param {any} message
 * @param {Promise<void>[]} reading what has to be read before it can be sent is added here
 * @returns {any} a copy, unless there is nothing to read
 */
function withBytes(message, reading) {
  if (!message || typeof message !== 'object') return message;
  const isPlain = Array.isArray(message) || Object.getPrototypeOf(message) === Object.prototype;
  if (!isPlain) return message;
  const copy = Array.isArray(message) ? [...message] : { ...message };
  for (const [key, value] of Object.entries(copy)) {
    if (value instanceof Blob) {
      const read = async () => {
        // A file that cannot be read is sent as it is: the worker says so.
        const bytes = await value.arrayBuffer().catch(() => null);
        if (bytes) copy[key] = new Uint8Array(bytes);
      };
      reading.push(read());
    } else copy[key] = withBytes(value, reading);
  }
  return copy;
}

/**
 * Has a worker be sent bytes instead of files. What is sent after a file comes after it, as everywhere: Train loads the
 * visitor's files, and then learns from them.
 *
 * @param {Worker} worker
 */
export function sendBytes(worker) {
  const post = worker.postMessage.bind(worker);
  const turns = new Turns();
  let waiting = 0;
  worker.postMessage = async (/** @type {any} */ message, /** @type {any} */ transfer) => {
    /** @type {Promise<void>[]} */
    const reading = [];
    const copy = withBytes(message, reading);
    if (reading.length === 0 && waiting === 0) return post(copy, transfer);
    waiting++;
    await turns.take(async () => {
      await Promise.all(reading);
      waiting--;
      post(copy, transfer);
    });
  };
}
