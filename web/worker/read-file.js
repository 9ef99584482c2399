import { nextTask } from '../shared/next-task.js';
import { closedFor, passes } from '../shared/throttle.js';

/** @typedef {import('../glassbox.js').Kind} Kind */
/** @typedef {import('../glassbox.js').Records} Records */
/** @typedef {import('./assistants/assistant.js').Assistant['reader']} Reader */

/** Milliseconds of reading before messages are served. */
const SLICE = 5;
/** How many parts are asked for ahead, so that the reader goes on while the network trains. */
const AHEAD = 4;

/**
 * Takes the records of a file that an assistant reads, to its end unless it is aborted, and closes it.
 *
 * @param {Reader} reader
 * @param {number} id of the file
 * @param {Records} records
 * @param {Kind} kind
 * @param {AbortSignal} signal
 * @param {{ bytes: (arrived: import('./files/content.js').Arrived) => void, records: (count: number) => void,
 *   rest?: (count: number) => number }} arrived called as more of the file arrives; rest: milliseconds until another part
 *   is asked for, so that others get the reader's time; default: none
 */
export async function readFile(reader, id, records, kind, signal, arrived) {
  const slice = closedFor(SLICE);
  const ask = () => {
    const part = reader.next(id);
    // If an earlier part fails, nobody waits for this one.
    part.catch(() => {});
    return part;
  };
  const close = () => reader.close(id);
  // The next part may never come.
  signal.addEventListener('abort', close);
  try {
    // A signal that has been sent already is not sent again.
    if (signal.aborted) return;
    const parts = Array.from({ length: AHEAD }, ask);
    for (;;) {
      const part = await /** @type {ReturnType<typeof ask>} */ (parts.shift());
      if (signal.aborted) return;
      if (part.arrived) arrived.bytes(part.arrived);
      const count = records.add(kind, part.records);
      arrived.records(part.done ? records.end(kind) : count);
      if (part.done) return;
      const rest = arrived.rest?.(count) ?? 0;
      if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
      parts.push(ask());
      // Parts that are here already arrive without a pause, so let training and messages take their turn.
      if (passes(slice, SLICE)) await nextTask();
      if (signal.aborted) return;
    }
  } finally {
    close();
  }
}
