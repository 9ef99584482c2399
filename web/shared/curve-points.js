/** The largest number of points on a curve: more than its pixels would not be visible. */
const MOST_POINTS = 500;

/**
 * The points of a run's curves, each in the order of steps.
 *
 * @typedef {Omit<import('../worker/messages.js').ScoreMessage, 'about'>} Score
 * @typedef {Omit<import('../worker/messages.js').TrainingMetricsMessage, 'about'>} TrainingMetrics
 * @typedef {{ scores: Score[], trainingMetrics: TrainingMetrics[] }} Curves
 */

/** @type {Readonly<Curves>} */
export const NO_CURVES = { scores: [], trainingMetrics: [] };

/**
 * The curves with one more point. Scores on other test records are dropped.
 *
 * @param {Curves} curves
 * @param {import('../worker/messages.js').ScoreMessage | import('../worker/messages.js').TrainingMetricsMessage} message
 * @returns {Curves}
 */
export function withPoint({ scores, trainingMetrics }, message) {
  if (message.about === 'score') {
    const { testSetVersion, step, accuracy, correct, total, error } = message;
    const same = scores.filter((score) => score.testSetVersion === testSetVersion);
    const score = { testSetVersion, step, accuracy, correct, total, error };
    return { scores: insertPoint(same, score), trainingMetrics };
  }
  const { step, accuracy, error } = message;
  return { scores, trainingMetrics: insertPoint(trainingMetrics, { step, accuracy, error }) };
}

/**
 * Adds a point to a curve, replacing one at the same step. If there are too many points then, every second point is
 * dropped, but never the first, the last or the new one.
 *
 * @template {{ step: number }} P
 * @param {P[]} points in the order of steps
 * @param {P} point
 * @returns {P[]} the new curve
 */
function insertPoint(points, point) {
  const before = points.filter(({ step }) => step < point.step);
  const after = points.filter(({ step }) => step > point.step);
  const all = [...before, point, ...after];
  if (all.length <= MOST_POINTS) return all;
  return all.filter((each, i) => i % 2 === 0 || i === all.length - 1 || each === point);
}
