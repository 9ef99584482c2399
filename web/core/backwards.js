// A network run backwards: from the answer to a picture. What the functions take and give, and when they throw, stands at
// the methods of Network that have their names (network.js).

import { checkNumbers, checkObject, checkRange, checkWhole } from '../shared/checks.js';
import { REJECTION_THRESHOLD } from '../shared/confidence.js';
import { DIGITS, INPUT_MIN, PIXELS } from '../shared/shape.js';

/** @typedef {import('./memory.js').Core} Core */

/** The single-precision numbers next to 0 and 1. */
const TARGET_MIN = 2 ** -126;
const TARGET_MAX = 1 - 2 ** -24;

/** So that no call takes longer than about a second. */
const ASCENT_STEPS_MAX = 10_000;

/** @param {Core} core @param {number} network its address @param {Float32Array} targets */
export function backquerySteps(core, network, targets) {
  const checked = checkNumbers('targets', targets, DIGITS, TARGET_MIN, TARGET_MAX);
  const hiddenNodes = core.call.glassbox_network_hidden_nodes(network);
  const lengths = [DIGITS, hiddenNodes, hiddenNodes, PIXELS, PIXELS];
  const sizes = [DIGITS, ...lengths].map((length) => length * 4);
  return core.withMemory(sizes, (from, ...to) => {
    core.floats(from, DIGITS).set(checked);
    core.call.glassbox_backquery(network, from, ...to);
    const steps = to.map((address, i) => core.floats(address, lengths[i]).slice());
    const [logits, hiddenSums, hidden, sums, inputs] = steps;
    return { logits, hiddenSums, hidden, sums, inputs };
  });
}

/**
 * @param {Core} core
 * @param {number} network its address
 * @param {Float32Array} inputs
 * @param {Float32Array} targets
 * @param {{ steps?: number, stepSize?: number }} pace
 */
export function ascend(core, network, inputs, targets, pace) {
  const checkedInputs = checkNumbers('inputs', inputs, PIXELS, INPUT_MIN, 1);
  const checkedTargets = checkNumbers('targets', targets, DIGITS, 0, 1);
  checkObject('pace', pace, ['steps', 'stepSize']);
  const steps = checkWhole('steps', pace.steps ?? 100, 0, ASCENT_STEPS_MAX);
  const stepSize = checkRange('stepSize', pace.stepSize ?? 0.1, 0, 1);
  return core.withMemory([DIGITS * 4, PIXELS * 4], (wanted, picture) => {
    core.floats(wanted, DIGITS).set(checkedTargets);
    core.floats(picture, PIXELS).set(checkedInputs);
    core.call.glassbox_ascend(network, wanted, steps, stepSize, picture);
    return core.floats(picture, PIXELS).slice();
  });
}

/** @param {Core} core @param {number} network its address @param {number} digit */
export const imagine = (core, network, digit) =>
  core.withMemory([PIXELS * 4], (picture) => {
    core.call.glassbox_imagine(network, digit, picture);
    return core.floats(picture, PIXELS).slice();
  });

/** @param {Core} core @param {number} network its address @param {Float32Array} inputs @param {number} digit */
export function foil(core, network, inputs, digit) {
  const checked = checkNumbers('inputs', inputs, PIXELS, INPUT_MIN, 1);
  checkWhole('digit', digit, 0, DIGITS - 1);
  return core.withMemory([PIXELS * 4], (picture) => {
    core.floats(picture, PIXELS).set(checked);
    const found = core.call.glassbox_foil(network, digit, REJECTION_THRESHOLD, picture);
    return found ? core.floats(picture, PIXELS).slice() : null;
  });
}
