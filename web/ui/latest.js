/**
 * Does one thing at a time, always with the latest that was asked for: what is asked in between is dropped.
 *
 * @template A
 * @param {(asked: A) => Promise<unknown>} task that does not reject
 * @returns {(asked: A) => Promise<void>}
 */
export function latestOnly(task) {
  let busy = false;
  /** @type {A[]} at most one */
  let waiting = [];
  return async (asked) => {
    waiting = [asked];
    if (busy) return;
    busy = true;
    while (waiting.length > 0) await task(/** @type {A} */ (waiting.pop()));
    busy = false;
  };
}
