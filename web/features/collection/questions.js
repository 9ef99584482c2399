import { blobOf } from '../../shared/bytes-file.js';
import { errorData } from '../../shared/error-data.js';
import { codedError } from '../../shared/errors.js';
import { evaluateInSlices } from '../../shared/evaluate-in-slices.js';
import { nextTask } from '../../shared/next-task.js';
import { RECORD_COLUMNS } from '../../shared/shape.js';
import { areLines, readLines } from './files.js';

/**
 * The collection's questions to the worker.
 *
 * @typedef {import('../../worker/question-context.js').QuestionContext} QuestionContext
 * @typedef {import('../../glassbox.js').Glassbox} Glassbox
 * @typedef {import('./state.js').Prepared} Prepared
 *
 * @typedef {object} FileRead
 * @property {string} name
 * @property {Prepared[]} records
 * @property {import('../../shared/error-data.js').ErrorData | null} error why there are none
 */

/** A class's file is not larger. */
const MOST_BYTES = 100e6;

/**
 * A drawing of one digit, prepared as a visitor's drawings are.
 *
 * @param {Pick<QuestionContext, 'glassbox'>} context
 * @param {number[][][]} strokes
 * @returns {Uint8Array<ArrayBuffer> | null} 784 greys; null: there is no ink
 */
export function prepare({ glassbox }, strokes) {
  const digits = glassbox.digits(strokes);
  // It is one digit, though it may look like several. If it does not, stray dots are left out.
  const drawn = glassbox.drawing(digits.length === 1 ? digits[0] : strokes);
  return drawn && new Uint8Array(drawn.pixels);
}

/**
 * Records from files, either CSV or drawings as JSON lines.
 *
 * @param {QuestionContext} context
 * @param {{ name: string, file: Blob | Uint8Array<ArrayBuffer> }[]} sources
 * @returns {Promise<FileRead[]>}
 */
export async function read({ glassbox }, sources) {
  const all = /** @type {FileRead[]} */ ([]);
  for (const { name, file } of sources) {
    try {
      all.push({ name, records: await recordsIn(glassbox, blobOf(file)), error: null });
    } catch (error) {
      all.push({ name, records: [], error: errorData(error) });
    }
    await nextTask();
  }
  return all;
}

/** @param {Glassbox} glassbox @param {Blob} file @returns {Promise<Prepared[]>} */
async function recordsIn(glassbox, file) {
  if (file.size > MOST_BYTES) throw codedError(Error, 'collection-file-too-large');
  const bytes = new Uint8Array(
    await file.arrayBuffer().catch(() => {
      throw codedError(Error, 'file-unreadable');
    }),
  );
  if (!areLines(new TextDecoder().decode(bytes.subarray(0, 100)))) return csvRecords(glassbox, bytes);
  return readLines(new TextDecoder().decode(bytes)).flatMap((drawn) => {
    const pixels = prepare({ glassbox }, /** @type {number[][][]} */ (drawn.strokes));
    return pixels ? [{ ...drawn, pixels }] : [];
  });
}

/** @param {Glassbox} glassbox @param {Uint8Array} bytes @returns {Prepared[]} */
function csvRecords(glassbox, bytes) {
  const records = glassbox.records();
  try {
    records.write('test', bytes);
    records.end('test');
    return Array.from({ length: records.count('test') }, (_, i) => {
      const { label, pixels } = records.record('test', i);
      return { label, from: '', strokes: null, pixels: new Uint8Array(pixels) };
    });
  } finally {
    records.free();
  }
}

/**
 * What the network that answers reads in records.
 *
 * @param {QuestionContext} context
 * @param {Pick<Prepared, 'label' | 'pixels'>[]} kept at least one
 * @returns {Promise<Pick<import('../../shared/evaluation.js').Evaluation, 'answers' | 'network' | 'milliseconds'>>}
 */
export async function answers(context, kept) {
  const bytes = new Uint8Array(RECORD_COLUMNS * kept.length);
  kept.forEach(({ label, pixels }, i) => {
    bytes[RECORD_COLUMNS * i] = label;
    bytes.set(pixels, RECORD_COLUMNS * i + 1);
  });
  const records = context.glassbox.records();
  try {
    records.add('test', bytes);
    records.end('test');
    const { answers, network, milliseconds } = await evaluateInSlices(context, records);
    return { answers, network, milliseconds };
  } finally {
    records.free();
  }
}
