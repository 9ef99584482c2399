/**
 * The index of the largest value; the first of equals, as in src/network.h's network_answer.
 *
 * @param {ArrayLike<number>} values
 */
export function largest(values) {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}

/**
 * The indices of the values furthest from 0, the furthest first.
 *
 * @param {ArrayLike<number>} values
 * @param {number} count
 * @returns {number[]}
 */
export function strongest(values, count) {
  /** @type {number[]} */
  const indices = [];
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]);
    let at = indices.length;
    while (at > 0 && size > Math.abs(values[indices[at - 1]])) at--;
    if (at >= count) continue;
    indices.splice(at, 0, i);
    indices.length = Math.min(indices.length, count);
  }
  return indices;
}
