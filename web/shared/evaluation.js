import { largest } from './ranking.js';
import { DIGITS } from './shape.js';

/**
 * How a network reads the test records, in the order of their file.
 *
 * @typedef {object} Survey
 * @property {Uint8Array} labels what each record is
 * @property {Uint8Array} answers what it is read as
 * @property {Float32Array} leads the output of its label less the largest of the other nine: below 0
 *   where it is misread, and the lower, the surer the network is of its mistake
 * @property {Uint32Array} confusion how many records of each label got each answer, [10 * label + answer]
 * @property {number} milliseconds that asking took
 *
 * @typedef {{ label: number, answer: number }} Cell of the confusion matrix: what was read as what
 */

/**
 * A survey's answers and leads, for some of the records.
 *
 * @param {Float32Array} outputs of a network, row-major (records, 10)
 * @param {Uint8Array} labels of the same records
 * @returns {{ answers: Uint8Array, leads: Float32Array }}
 */
export function compareOutputs(outputs, labels) {
  const answers = new Uint8Array(labels.length);
  const leads = new Float32Array(labels.length);
  const row = new Float32Array(DIGITS);
  for (let i = 0; i < labels.length; i++) {
    for (let digit = 0; digit < DIGITS; digit++) row[digit] = outputs[i * DIGITS + digit];
    answers[i] = largest(row);
    const own = row[labels[i]];
    row[labels[i]] = -1;
    leads[i] = own - row[largest(row)];
  }
  return { answers, leads };
}

/**
 * How many records there are behind a cell of the confusion matrix, or misread.
 *
 * @param {Survey} survey
 * @param {Cell | null} cell null: all that are misread
 */
export function countBehind({ confusion }, cell) {
  if (cell) return confusion[DIGITS * cell.label + cell.answer];
  return confusion.reduce((sum, count, i) => (i % DIGITS === Math.floor(i / DIGITS) ? sum : sum + count), 0);
}

/**
 * The records behind a cell of the confusion matrix, or all that are misread: the worst first. Where the
 * answers are right, that is the least sure first.
 *
 * @param {Pick<Survey, 'labels' | 'answers' | 'leads'>} survey
 * @param {Cell | null} cell null: all that are misread
 * @param {number} count at most
 * @returns {number[]} their places in their file, from 0
 */
export function worst({ labels, answers, leads }, cell, count) {
  const behind = [];
  for (let i = 0; i < labels.length; i++) {
    const inCell = cell ? labels[i] === cell.label && answers[i] === cell.answer : labels[i] !== answers[i];
    if (inCell) behind.push(i);
  }
  return behind.sort((a, b) => leads[a] - leads[b] || a - b).slice(0, count);
}
