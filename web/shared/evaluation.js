import { largest } from './ranking.js';
import { DIGITS } from './shape.js';

/**
 * How a network reads the test records, in the order of their file.
 *
 * @typedef {object} Evaluation
 * @property {Uint8Array} labels the digit of each record
 * @property {Uint8Array} answers the digit as which it is read
 * @property {Float32Array} margins the output of its label minus the largest of the other nine: negative if it is
 *   misread, and the lower, the more confident the mistake
 * @property {Uint32Array} confusion how many records of each label got each answer, [10 * label + answer]
 * @property {Evaluated} network
 * @property {number} milliseconds the time that the evaluation took
 *
 * @typedef {{ kind: 'bundled' | 'run' | 'snapshot' | 'file', step: number }} Evaluated the network that was evaluated;
 *   step: of the run, if it is the run's
 *
 * @typedef {{ label: number, answer: number }} Cell of the confusion matrix
 */

/**
 * The answers and margins for some of the records.
 *
 * @param {Float32Array} outputs of a network, row-major (records, 10)
 * @param {Uint8Array} labels of the same records
 * @returns {{ answers: Uint8Array, margins: Float32Array }}
 */
export function compareOutputs(outputs, labels) {
  const answers = new Uint8Array(labels.length);
  const margins = new Float32Array(labels.length);
  const row = new Float32Array(DIGITS);
  for (let i = 0; i < labels.length; i++) {
    for (let digit = 0; digit < DIGITS; digit++) row[digit] = outputs[i * DIGITS + digit];
    answers[i] = largest(row);
    const own = row[labels[i]];
    row[labels[i]] = -1;
    margins[i] = own - row[largest(row)];
  }
  return { answers, margins };
}

/** Milliseconds between evaluations of a network that learns, at least, and the share of time that they may take. */
const PAUSE = 1000;
const SHARE = 0.04;

/** How long a network that learns is left alone after an evaluation. @param {number} milliseconds that this took */
export const pauseAfter = (milliseconds) => Math.max(PAUSE, milliseconds / SHARE);

/**
 * The number of records in a cell of the confusion matrix, or of all misread records.
 *
 * @param {Evaluation} evaluation
 * @param {Cell | null} cell null: all misread records
 */
export function countBehind({ confusion }, cell) {
  if (cell) return confusion[DIGITS * cell.label + cell.answer];
  return confusion.reduce((sum, count, i) => (i % DIGITS === Math.floor(i / DIGITS) ? sum : sum + count), 0);
}

/**
 * The records in a cell of the confusion matrix, or all misread records, the lowest margin first: the most
 * confident mistakes, or the least confident correct answers.
 *
 * @param {Pick<Evaluation, 'labels' | 'answers' | 'margins'>} evaluation
 * @param {Cell | null} cell null: all misread records
 * @param {number} count at most
 * @returns {number[]} their indices in the file, from 0
 */
export function worst({ labels, answers, margins }, cell, count) {
  const behind = [];
  for (let i = 0; i < labels.length; i++) {
    const inCell = cell ? labels[i] === cell.label && answers[i] === cell.answer : labels[i] !== answers[i];
    if (inCell) behind.push(i);
  }
  return behind.sort((a, b) => margins[a] - margins[b] || a - b).slice(0, count);
}
