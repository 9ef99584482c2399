import { get, update } from 'idb-keyval';

/** Other pages of the same host share the storage, so the name has a prefix. */
const KEY = 'glassbox.collection';

/** @typedef {import('./state.js').Drawing} Drawing */

/** @returns {Promise<Drawing[]>} what is stored; none if there is anything else under the name */
export async function readDrawings() {
  const stored = await get(KEY);
  return Array.isArray(stored) ? stored.filter((each) => typeof each?.id === 'string' && each.strokes) : [];
}

/**
 * Changes what is stored. Another tab may have changed it meanwhile, so that the change is made to what is there.
 *
 * @param {(drawings: Drawing[]) => Drawing[]} change
 */
export const changeDrawings = (change) =>
  update(KEY, (/** @type {unknown} */ stored) => change(Array.isArray(stored) ? stored : []));
