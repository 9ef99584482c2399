/** Points of a curve that are kept: more than it is pixels wide would not show. */
const MOST_POINTS = 500;

/**
 * A curve with a point more, which takes the place of one at the same step. Where there are too many
 * points, every second one goes, but never the first, the last or the new one.
 *
 * @template {{ step: number }} P
 * @param {P[]} points in the order of steps
 * @param {P} point
 * @returns {P[]}
 */
export function insertPoint(points, point) {
  const before = points.filter(({ step }) => step < point.step);
  const after = points.filter(({ step }) => step > point.step);
  const all = [...before, point, ...after];
  if (all.length <= MOST_POINTS) return all;
  return all.filter((each, i) => i % 2 === 0 || i === all.length - 1 || each === point);
}
