/**
 * Runs a task for one request at a time. While it runs, only the latest request waits; earlier ones are dropped.
 *
 * @template [A=void]
 * @param {(asked: A, isLatest: () => boolean) => Promise<unknown>} task must not reject; isLatest: whether no other
 *   request is waiting
 * @returns {(asked: A) => Promise<void>}
 */
export function latestOnly(task) {
  let busy = false;
  /** @type {A[]} at most one */
  let waiting = [];
  const isLatest = () => waiting.length === 0;
  return async (asked) => {
    waiting = [asked];
    if (busy) return;
    busy = true;
    while (waiting.length > 0) await task(/** @type {A} */ (waiting.pop()), isLatest);
    busy = false;
  };
}
