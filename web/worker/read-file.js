import { nextTask } from '../shared/next-task.js';
import { RECORD_COLUMNS } from '../shared/shape.js';
import { closedFor, passes } from '../shared/throttle.js';

/** @typedef {import('../glassbox.js').Kind} Kind */
/** @typedef {import('../glassbox.js').Records} Records */
/** @typedef {import('./files/find-record-files.js').RecordFile} RecordFile */

/** Milliseconds of reading before messages are served. */
const SLICE = 5;

/**
 * Reads a file into records, to its end unless it is aborted.
 *
 * @param {RecordFile} file
 * @param {Records} records
 * @param {Kind} kind
 * @param {AbortSignal} signal
 * @param {{ bytes: (arrived: { bytes: number, total: number | null }) => void,
 *   records: (count: number) => void }} arrived called as more of the file arrives
 */
export async function readFile(file, records, kind, signal, arrived) {
  const slice = closedFor(SLICE);
  const stream = await file.open(signal, arrived.bytes);
  const reader = stream.getReader();
  // Stops the download, too.
  signal.addEventListener('abort', () => reader.cancel().catch(() => {}));
  const write = file.format === 'csv' ? writeText(records, kind) : writeRecords(records, kind);
  for (;;) {
    const { done, value } = await reader.read();
    if (signal.aborted) return;
    arrived.records(done ? records.end(kind) : write(value));
    if (done) return;
    // Buffered data arrives without a pause, so let training and messages take their turn.
    if (passes(slice, SLICE)) await nextTask();
    if (signal.aborted) return;
  }
}

/** @param {Records} records @param {Kind} kind */
const writeText = (records, kind) => (/** @type {Uint8Array} */ bytes) => records.write(kind, bytes);

/**
 * Takes records cut anywhere.
 *
 * @param {Records} records
 * @param {Kind} kind
 */
function writeRecords(records, kind) {
  let rest = new Uint8Array(0);
  return (/** @type {Uint8Array} */ bytes) => {
    const all = new Uint8Array(rest.length + bytes.length);
    all.set(rest);
    all.set(bytes, rest.length);
    const whole = all.length - (all.length % RECORD_COLUMNS);
    rest = all.subarray(whole);
    return records.add(kind, all.subarray(0, whole));
  };
}
