/**
 * What ten outputs say, and how sure one may be of it.
 *
 * The outputs are no probabilities: each node says on its own how much a picture looks like its digit.
 * So a picture that looks like none is told apart by all outputs being low, and the sureness of an
 * answer is what share of such answers is right: a softmax of the outputs' logits at a temperature
 * (C. Guo et al., "On Calibration of Modern Neural Networks", 2017).
 */

/**
 * Chosen for the network that comes with the page on training records that its twin had not seen, and
 * on scribbles (data/calibrate.js); tests/core/judgement.test.js measures what they are worth. A higher
 * LEAST tells more scribbles, but refuses more digits: at 0.5, 0.7 % of those records.
 */
const TEMPERATURE = 0.9;
const LEAST = 0.5;

/**
 * @typedef {object} Judgement
 * @property {number | null} digit null: this is no digit
 * @property {number} likeliest the digit it looks like most
 * @property {number} sureness 0..1: the share of such answers that is right
 * @property {number} runnerUp
 */

/**
 * @param {ArrayLike<number>} outputs ten numbers, 0 to 1
 * @returns {Judgement}
 */
export function judge(outputs) {
  const ranked = Array.from(outputs, (output, digit) => ({ output, digit })).sort(
    (a, b) => b.output - a.output || a.digit - b.digit,
  );
  const [first, second] = ranked;
  return {
    digit: first.output < LEAST ? null : first.digit,
    likeliest: first.digit,
    sureness: sureness(outputs, TEMPERATURE),
    runnerUp: second.digit,
  };
}

/**
 * The likeliest digit's share of a softmax.
 *
 * @param {ArrayLike<number>} outputs
 * @param {number} temperature
 */
export function sureness(outputs, temperature) {
  const logits = Array.from(outputs, (output) => {
    const held = Math.min(Math.max(output, 1e-9), 1 - 1e-7);
    return Math.log(held / (1 - held)) / temperature;
  });
  const most = Math.max(...logits);
  return 1 / logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0);
}

/**
 * Expected calibration error: the mean distance between sureness and share of right answers, over
 * fifteen equal ranges of sureness, by how many answers are in each.
 *
 * @param {{ sureness: number, right: boolean }[]} answers
 */
export function calibrationError(answers) {
  const bins = Array.from({ length: 15 }, () => ({ sureness: 0, right: 0 }));
  for (const { sureness, right } of answers) {
    const bin = bins[Math.min(Math.floor(sureness * bins.length), bins.length - 1)];
    bin.sureness += sureness;
    bin.right += Number(right);
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.sureness - bin.right), 0) / answers.length;
}
