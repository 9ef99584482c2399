import { hiddenErrors, outputErrors, targets } from './backward.js';
import { hiddenSigmoid, hiddenSums, inputs, outputs } from './forward.js';
import { after, changes } from './learning.js';

/**
 * The pages of the microscope, in the order of a training step.
 *
 * @typedef {import('./state.js').Specimen} Specimen
 *
 * @typedef {object} Page
 * @property {() => string} name
 * @property {(specimen: Specimen) => import('lit').TemplateResult} words what happens, and why
 * @property {(specimen: Specimen) => (string | import('lit').TemplateResult)[]} [also] further sentences
 * @property {(specimen: Specimen) => string} [remark] shown if all outputs are nearly right already
 * @property {(specimen: Specimen) => string[]} code the same in the notebook's Python, line by line
 * @property {(specimen: Specimen, actions: import('./figures.js').Following) => import('lit').TemplateResult} figures
 * @property {(specimen: Specimen) => Partial<Lines>} lines the calculations that the page writes out in full
 *
 * @typedef {{ node: string, output: string, weight: string }} Lines for the selected node, output and weight
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
