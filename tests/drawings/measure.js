// How well a network reads drawings.

import { calibrationError, predict } from '../../web/shared/confidence.js';
import { DIGITS } from '../../web/shared/shape.js';
import { median } from '../bench/measure.js';
import { uniform } from '../helpers.js';
import { boxOnly, canvasOf, extent, movedAtRandom, raw } from './preparations.js';
import { sideBySide } from './side-by-side.js';

/**
 * @typedef {import('../../web/glassbox.js').Glassbox} Glassbox
 * @typedef {import('../../web/glassbox.js').Network} Network
 * @typedef {import('./strokes.js').Drawing} Drawing
 * @typedef {import('./strokes.js').Strokes} Strokes
 * @typedef {(strokes: Strokes) => Float32Array} Preparation
 *
 * @typedef {object} Failure
 * @property {Drawing} drawing
 * @property {Uint8Array} pixels 28 x 28 greys as the network got them
 * @property {{ digit: number, output: number }[]} ranking the digits, the answer first
 *
 * @typedef {object} Figures
 * @property {number} total
 * @property {number} correct
 * @property {number[][]} confusion [label][answer]: drawings
 * @property {Failure[]} failures by label, then by answer
 * @property {{ name: string, asTheyAre: number, moved: number }[]} comparison right answers by preparation:
 *   drawings as they are in the file, and moved to a random size and place
 * @property {{ before: number, after: number }} calibrationError of the largest output taken for a
 *   probability, and of the confidence that the page shows
 * @property {number} refused drawings that are taken for no digit
 * @property {{ count: number, right: number, total: number }[]} split numbers of one, two and three digits that are
 *   split right
 * @property {number} milliseconds from 500 points to the answer
 */

/**
 * @param {Glassbox} glassbox
 * @param {Network} network
 * @param {Drawing[]} drawings
 * @returns {Figures}
 */
export function measureDrawings(glassbox, network, drawings) {
  const confusion = Array.from({ length: DIGITS }, () => Array(DIGITS).fill(0));
  /** @type {Failure[]} */
  const failures = [];
  const [before, after] = [[], []].map(
    (answers) => /** @type {{ confidence: number, right: boolean }[]} */ (answers),
  );
  let refused = 0;
  for (const drawing of drawings) {
    const { pixels, inputs } = pictureOf(glassbox, drawing.strokes);
    const outputs = network.query(inputs);
    const ranking = ranked(outputs);
    const answer = ranking[0].digit;
    const { digit, confidence } = predict(outputs);
    before.push({ confidence: ranking[0].output, right: answer === drawing.label });
    after.push({ confidence, right: answer === drawing.label });
    refused += Number(digit === null);
    confusion[drawing.label][answer]++;
    if (answer !== drawing.label) failures.push({ drawing, pixels, ranking });
  }
  failures.sort((a, b) => a.drawing.label - b.drawing.label || a.ranking[0].digit - b.ranking[0].digit);

  const canvas = canvasOf(drawings);
  const random = uniform(1);
  const moved = drawings.map(({ label, strokes }) => ({
    label,
    strokes: movedAtRandom(strokes, canvas, random),
  }));
  /** @type {[string, Preparation][]} */
  const preparations = [
    ['glassbox.drawing()', (strokes) => pictureOf(glassbox, strokes).inputs],
    ['box only, no centre of mass', boxOnly],
    ['raw, as on the canvas', (strokes) => raw(strokes, canvas)],
  ];
  return {
    total: drawings.length,
    correct: drawings.length - failures.length,
    confusion,
    failures,
    comparison: preparations.map(([name, prepare]) => ({
      name,
      asTheyAre: countRight(network, prepare, drawings),
      moved: countRight(network, prepare, moved),
    })),
    calibrationError: { before: calibrationError(before), after: calibrationError(after) },
    refused,
    split: splits(glassbox, drawings),
    milliseconds: timeAnswer(glassbox, network),
  };
}

/**
 * How often digits are split as they should be: drawings of one digit not at all, and pairs and triples of them, with
 * gaps of 0.15 to 0.5 of their height, where they were put together.
 *
 * @param {Glassbox} glassbox
 * @param {Drawing[]} drawings
 * @returns {Figures['split']}
 */
function splits(glassbox, drawings) {
  const random = uniform(1);
  // A height is what the others are made as high as.
  const high = drawings.map(({ strokes }) => strokes).filter((strokes) => extent(strokes).height > 0);
  const any = () => high[Math.floor(random() * high.length)];
  return [1, 2, 3].map((count) => {
    const numbers =
      count === 1
        ? drawings.map(({ strokes }) => [strokes])
        : high.map(() => sideBySide(Array.from({ length: count }, any), 0.15 + 0.35 * random(), random));
    const right = numbers.filter((digits) => isSplit(glassbox.digits(digits.flat()), digits));
    return { count, right: right.length, total: numbers.length };
  });
}

/** Whether these are the digits, apart from stray dots. @param {Strokes[]} found @param {Strokes[]} digits */
const isSplit = (found, digits) =>
  found.length === digits.length &&
  found.every((strokes, i) => strokes.every((stroke) => digits[i].includes(stroke)));

/** Every drawing has ink: strokes.js sees to it. @param {Glassbox} glassbox @param {Strokes} strokes */
function pictureOf(glassbox, strokes) {
  return /** @type {NonNullable<ReturnType<Glassbox['drawing']>>} */ (glassbox.drawing(strokes));
}

/** @param {Float32Array} outputs */
function ranked(outputs) {
  return Array.from(outputs, (output, digit) => ({ digit, output })).sort((a, b) => b.output - a.output);
}

/**
 * @param {Network} network
 * @param {Preparation} prepare
 * @param {{ label: number, strokes: Strokes }[]} drawings
 */
function countRight(network, prepare, drawings) {
  return drawings.filter(({ label, strokes }) => ranked(network.query(prepare(strokes)))[0].digit === label)
    .length;
}

/**
 * The median time that a drawing of 500 points, a long one, takes: an 8 as one stroke.
 *
 * @param {Glassbox} glassbox
 * @param {Network} network
 */
function timeAnswer(glassbox, network) {
  const eight = Array.from({ length: 500 }, (_, i) => {
    const turn = (i / 500) * 2 * Math.PI;
    return [100 + 60 * Math.sin(2 * turn), 150 - 100 * Math.cos(turn)];
  });
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now();
    network.query(pictureOf(glassbox, [eight]).inputs);
    return performance.now() - start;
  });
  return median(times);
}
