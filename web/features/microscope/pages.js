import { hiddenErrors, outputErrors, targets } from './backward.js';
import { hiddenSigmoid, hiddenSums, inputs, outputs } from './forward.js';
import { after, changes } from './learning.js';

/**
 * What the microscope shows, in the order in which a training step goes.
 *
 * @typedef {import('./state.js').Specimen} Specimen
 *
 * @typedef {object} Page
 * @property {string} name
 * @property {(specimen: Specimen) => unknown} words what happens, and why
 * @property {(specimen: Specimen) => string} [remark] what is said where the answer is nearly right already
 * @property {(specimen: Specimen) => string[]} code the same in the notebook's Python, line by line
 * @property {(specimen: Specimen, actions: import('./figures.js').Following) => unknown} figures
 * @property {(specimen: Specimen) => Partial<Lines>} lines what is worked out here in full
 *
 * @typedef {{ node: string, output: string, weight: string }} Lines of those that are followed
 */

/** @type {Page[]} */
export const PAGES = [
  inputs,
  hiddenSums,
  hiddenSigmoid,
  outputs,
  targets,
  outputErrors,
  hiddenErrors,
  changes,
  after,
];
