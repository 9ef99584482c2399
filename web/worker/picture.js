import { greyOf, inputOf } from '../shared/inputs.js';
import { PAD } from '../shared/pad.js';

/**
 * What the network is asked about: a drawing on the pad, either prepared like MNIST's digits or only scaled down;
 * a test record; or the latest training record. A drawing that is prepared is read digit by digit: `digit` is the one
 * that is asked about, counted from the left; if it is null, it is the one that was drawn last.
 *
 * @typedef {{ about: 'drawing', strokes: Float64Array[], prepared: boolean, digit: number | null }} DrawingSubject
 * @typedef {DrawingSubject
 *   | { about: 'record', index: number }
 *   | { about: 'training' }} Subject
 *
 * @typedef {object} Picture of a subject
 * @property {Uint8Array} pixels greys 0..255, (28, 28)
 * @property {Float32Array} inputs the same, 0.01..1
 * @property {number | null} label the digit that it shows, if known
 * @property {number | null} record its index in the file, from 0
 * @property {Stages | null} stages of a drawing
 * @property {Float32Array[]} digits the inputs of each digit of a drawing, from left to right; of records, their own
 * @property {number} digit which of them it shows
 * @property {Float32Array | null} before the outputs before the network learned from this record, if it just did
 *
 * The stages of preparing a drawing, as greys: 28 x 28 pixels; thin and inked 20 x 20.
 *
 * @typedef {{ raw: Uint8Array, thin: Uint8Array, inked: Uint8Array, placed: Uint8Array }} Stages
 */

/**
 * @typedef {import('../glassbox.js').Drawn} Drawn
 * @typedef {NonNullable<ReturnType<Glassbox['drawingStages']>>} Staged
 * @typedef {import('../glassbox.js').Glassbox} Glassbox
 * @typedef {import('./question-context.js').QuestionContext} QuestionContext
 *
 * @param {Omit<QuestionContext, 'pictureOf'>} context
 * @param {Subject} subject
 * @returns {Picture | null} null: there is no ink, or no such record yet
 */
export function pictureOf(context, subject) {
  switch (subject.about) {
    case 'drawing':
      return drawing(context.glassbox, subject);
    case 'record':
      return testRecord(context.records, subject.index);
    case 'training':
      return shownRecord(context);
  }
}

/** @param {Glassbox} glassbox @param {DrawingSubject} subject @returns {Picture | null} */
function drawing(glassbox, { strokes, prepared, digit }) {
  const raw = glassbox.rawDrawing(strokes, PAD);
  if (!raw) return null;
  const digits = glassbox.digits(strokes);
  const shown = digit ?? lastDrawn(digits, strokes);
  // There is ink, so every digit has some.
  const { thin, inked, ...placed } = /** @type {Staged} */ (glassbox.drawingStages(digits[shown]));
  const stages = { raw: raw.pixels, thin, inked, placed: placed.pixels };
  const inputsOf = (/** @type {Float64Array[]} */ each) =>
    /** @type {Drawn} */ (glassbox.drawing(each)).inputs;
  const { pixels, inputs } = prepared ? placed : raw;
  return {
    ...{ pixels, inputs, stages, label: null, record: null, before: null },
    ...(prepared
      ? { digits: digits.map((each, i) => (i === shown ? inputs : inputsOf(each))), digit: shown }
      : only(inputs)),
  };
}

/** Which digit has the latest stroke. @param {Float64Array[][]} digits @param {Float64Array[]} strokes */
function lastDrawn(digits, strokes) {
  const latest = digits.map((digit) => Math.max(...digit.map((stroke) => strokes.indexOf(stroke))));
  return latest.indexOf(Math.max(...latest));
}

/** A picture that is not one of several digits. @param {Float32Array} inputs */
const only = (inputs) => ({ digits: [inputs], digit: 0 });

/** @param {import('../glassbox.js').Records} records @param {number} index */
function testRecord(records, index) {
  if (index >= records.count('test')) return null;
  const { label, pixels } = records.record('test', index);
  const inputs = Float32Array.from(pixels, inputOf);
  return { pixels, inputs, stages: null, label, record: index, before: null, ...only(inputs) };
}

/**
 * The latest training record, rotated or distorted as the network got it.
 *
 * @param {Pick<QuestionContext, 'run' | 'answering'>} context
 */
function shownRecord({ run, answering }) {
  const { shown } = run;
  if (!shown) return null;
  const { inputs, label, record } = shown;
  const before = answering.kind === 'run' ? shown.outputs : null;
  const pixels = Uint8Array.from(inputs, greyOf);
  return { pixels, inputs, stages: null, label, record, before, ...only(inputs) };
}
