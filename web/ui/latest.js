/**
 * Does one thing at a time, always with the latest that was asked for: what is asked in between is dropped.
 *
 * @template A
 * @param {(asked: A, isLatest: () => boolean) => Promise<unknown>} task that does not reject; isLatest: whether
 *   nothing else has been asked for since
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
