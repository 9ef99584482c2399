/** The largest number of points on a curve: more than its pixels would not be visible. */
const MOST_POINTS = 500;

/**
 * Adds a point to a curve, replacing one at the same step. If there are too many points then, every second point is
 * dropped, but never the first, the last or the new one.
 *
 * @template {{ step: number }} P
 * @param {P[]} points in the order of steps
 * @param {P} point
 * @returns {P[]} the new curve
 */
export function insertPoint(points, point) {
  const before = points.filter(({ step }) => step < point.step);
  const after = points.filter(({ step }) => step > point.step);
  const all = [...before, point, ...after];
  if (all.length <= MOST_POINTS) return all;
  return all.filter((each, i) => i % 2 === 0 || i === all.length - 1 || each === point);
}
