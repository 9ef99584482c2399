/**
 * The prediction behind ten outputs, and its confidence.
 *
 * The outputs are not probabilities: each node rates its own digit independently. If all of them are low, the
 * picture is not a digit. The confidence is a softmax of the outputs' logits, with a temperature that makes it match
 * the share of correct predictions (C. Guo et al., "On Calibration of Modern Neural Networks", 2017).
 */

/**
 * Both were found by data/calibrate.js for the bundled network, on records and drawings that it has not learned from;
 * tests/core/confidence.test.js measures their effect. A higher threshold rejects more of what is no digit, but also
 * more digits.
 */
const TEMPERATURE = 0.8;
export const REJECTION_THRESHOLD = 0.28;

/**
 * @typedef {object} Prediction
 * @property {number | null} digit null: not a digit
 * @property {number} likeliest the digit it looks most like
 * @property {number} confidence 0..1: the share of predictions like this one that are right
 * @property {number} runnerUp
 */

/**
 * @param {ArrayLike<number>} outputs ten numbers, 0 to 1
 * @returns {Prediction}
 */
export function predict(outputs) {
  const ranked = Array.from(outputs, (output, digit) => ({ output, digit })).sort(
    (a, b) => b.output - a.output || a.digit - b.digit,
  );
  const [first, second] = ranked;
  return {
    digit: first.output < REJECTION_THRESHOLD ? null : first.digit,
    likeliest: first.digit,
    confidence: confidence(outputs, TEMPERATURE),
    runnerUp: second.digit,
  };
}

/** By how much an output must exceed all others to be a plain yes, rather than the largest of ten that are as good as level. */
export const MARGIN = 0.1;

/**
 * The digit that is plainly read.
 *
 * @param {ArrayLike<number>} outputs ten numbers, 0 to 1
 * @returns {number | null} null: not a digit, or another would be as good as this one
 */
export function plainDigit(outputs) {
  const { digit, likeliest, runnerUp } = predict(outputs);
  return outputs[likeliest] - outputs[runnerUp] >= MARGIN ? digit : null;
}

/**
 * The likeliest digit's share of a softmax.
 *
 * @param {ArrayLike<number>} outputs
 * @param {number} temperature
 */
export function confidence(outputs, temperature) {
  const logits = Array.from(outputs, (output) => {
    const held = Math.min(Math.max(output, 1e-9), 1 - 1e-7);
    return Math.log(held / (1 - held)) / temperature;
  });
  const most = Math.max(...logits);
  return 1 / logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0);
}

/**
 * Expected calibration error: the mean distance between confidence and the share of right answers, over
 * fifteen equal ranges of confidence, weighted by the number of answers in each.
 *
 * @param {{ confidence: number, right: boolean }[]} answers
 */
export function calibrationError(answers) {
  const bins = Array.from({ length: 15 }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of answers) {
    const bin = bins[Math.min(Math.floor(confidence * bins.length), bins.length - 1)];
    bin.confidence += confidence;
    bin.right += Number(right);
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / answers.length;
}
