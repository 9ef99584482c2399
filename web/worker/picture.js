import { PAD } from '../shared/pad.js';

/**
 * What the network is asked about: a drawing on the pad, either prepared like MNIST's digits or only scaled down;
 * a test record; or the latest training record.
 *
 * @typedef {{ about: 'drawing', strokes: number[][][], prepared: boolean }
 *   | { about: 'record', index: number }
 *   | { about: 'training' }} Subject
 *
 * @typedef {object} Picture of a subject
 * @property {Uint8Array} pixels greys 0..255, (28, 28)
 * @property {Float32Array} inputs the same, 0.01..1
 * @property {number | null} label the digit that it shows, if known
 * @property {number | null} record its index in the file, from 0
 * @property {Stages | null} stages of a drawing
 * @property {Float32Array | null} before the outputs before the network learned from this record, if it just did
 *
 * The stages of preparing a drawing, as greys: 28 x 28 pixels; thin and inked 20 x 20.
 *
 * @typedef {{ raw: Uint8Array, thin: Uint8Array, inked: Uint8Array, placed: Uint8Array }} Stages
 */

/**
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

/** @param {Glassbox} glassbox @param {{ strokes: number[][][], prepared: boolean }} drawing */
function drawing(glassbox, { strokes, prepared }) {
  const raw = glassbox.rawDrawing(strokes, PAD);
  const box = glassbox.drawingBox(strokes);
  const placed = glassbox.drawing(strokes);
  if (!raw || !box || !placed) return null;
  const { pixels, inputs } = prepared ? placed : raw;
  const stages = { raw: raw.pixels, ...box, placed: placed.pixels };
  return { pixels, inputs, stages, label: null, record: null, before: null };
}

/** @param {import('../glassbox.js').Records} records @param {number} index */
function testRecord(records, index) {
  if (index >= records.count('test')) return null;
  const { label, pixels } = records.record('test', index);
  const inputs = Float32Array.from(pixels, (grey) => (grey / 255) * 0.99 + 0.01);
  return { pixels, inputs, stages: null, label, record: index, before: null };
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
  const pixels = Uint8Array.from(inputs, (input) => Math.round(((input - 0.01) / 0.99) * 255));
  return { pixels, inputs, stages: null, label, record, before };
}
