/**
 * Drawings that are no digits, seeded: one to four strokes that wander about.
 *
 * @param {number} count
 * @param {number} seed
 * @returns {number[][][][]} strokes as glassbox.drawing() takes them
 */
export function scribbles(count, seed) {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const stroke = () => {
    let [x, y, direction] = [100 * uniform(), 100 * uniform(), 2 * Math.PI * uniform()];
    const turning = 0.2 + 1.5 * uniform();
    return Array.from({ length: 5 + Math.floor(60 * uniform()) }, () => {
      direction += (2 * uniform() - 1) * turning;
      x = Math.min(Math.max(x + 6 * Math.cos(direction), 0), 100);
      y = Math.min(Math.max(y + 6 * Math.sin(direction), 0), 100);
      return [x, y];
    });
  };
  return Array.from({ length: count }, () => Array.from({ length: 1 + Math.floor(4 * uniform()) }, stroke));
}
