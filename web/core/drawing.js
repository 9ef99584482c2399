import { checkFrame, checkStrokes } from '../shared/checks.js';
import { BOX_PIXELS, PIXELS } from '../shared/shape.js';

/** @typedef {import('./memory.js').Core} Core */
/** @typedef {import('../shared/checks.js').Stroke} Stroke */

/**
 * @typedef {object} Drawn 28 x 28, row by row
 * @property {Uint8Array} pixels greys 0..255
 * @property {Float32Array} inputs the same as inputs 0.01..1
 */

/** Glassbox.drawing(). @param {Core} core @param {Stroke[]} strokes @returns {Drawn | null} */
export const draw = (core, strokes) =>
  withStrokes(core, strokes, [PIXELS, PIXELS * 4], (points, lengths, count, pixels, inputs) => {
    const inked = core.call.glassbox_drawing(points, lengths, count, pixels, inputs);
    return inked ? drawn(core, pixels, inputs) : null;
  });

/**
 * Glassbox.drawingStages().
 *
 * @param {Core} core
 * @param {Stroke[]} strokes
 * @returns {Drawn & { thin: Uint8Array, inked: Uint8Array } | null}
 */
export function drawStages(core, strokes) {
  const sizes = [BOX_PIXELS, BOX_PIXELS, PIXELS, PIXELS * 4];
  return withStrokes(core, strokes, sizes, (points, lengths, count, thin, inked, pixels, inputs) => {
    const hasInk = core.call.glassbox_drawing_stages(points, lengths, count, thin, inked, pixels, inputs);
    const copy = (/** @type {number} */ address) => core.bytes(address, BOX_PIXELS).slice();
    return hasInk ? { ...drawn(core, pixels, inputs), thin: copy(thin), inked: copy(inked) } : null;
  });
}

/**
 * Glassbox.rawDrawing().
 *
 * @param {Core} core
 * @param {Stroke[]} strokes
 * @param {{ width: number, height: number, pen: number }} frame
 * @returns {Drawn | null}
 */
export function drawRaw(core, strokes, frame) {
  const measures = checkFrame(frame);
  return withStrokes(core, strokes, [PIXELS, PIXELS * 4], (points, lengths, count, pixels, inputs) => {
    const inked = core.call.glassbox_raw_drawing(points, lengths, count, ...measures, pixels, inputs);
    return inked ? drawn(core, pixels, inputs) : null;
  });
}

/**
 * Copies pen strokes into the module, laid out as src/image.h takes them, and allocates memory for the results.
 *
 * @template T
 * @param {Core} core
 * @param {Stroke[]} strokes
 * @param {number[]} sizes of that memory, in bytes
 * @param {(points: number, lengths: number, count: number, ...made: number[]) => T} use
 * @returns {T}
 */
function withStrokes(core, strokes, sizes, use) {
  const packed = checkStrokes(strokes);
  const bytes = packed.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return core.withMemory([bytes, packed.length * 4, ...sizes], (points, lengths, ...made) => {
    let end = points;
    for (const stroke of packed) {
      core.doubles(end, stroke.length).set(stroke);
      end += stroke.byteLength;
    }
    core.words(lengths, packed.length).set(packed.map(({ length }) => length / 2));
    return use(points, lengths, packed.length, ...made);
  });
}

/** @param {Core} core @param {number} pixels @param {number} inputs addresses @returns {Drawn} */
const drawn = (core, pixels, inputs) => ({
  pixels: core.bytes(pixels, PIXELS).slice(),
  inputs: core.floats(inputs, PIXELS).slice(),
});
