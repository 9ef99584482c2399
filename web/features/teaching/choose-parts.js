import { PIXELS } from '../../shared/shape.js';
import { faults, workInputs, workOutputs } from './by-hand.js';

/** @typedef {import('./by-hand.js').Task} Task */

/** How many hidden nodes are tried: those whose weights change most. */
const NODES = 40;

/** How many inputs are tried: those that count most for a pair of nodes. */
const INPUTS = 24;

/** With how many pairs of nodes pairs of inputs are tried. */
const PAIRS = 5;

/** Greys that are neither paper nor full ink, so that there is something to work out. */
const [LIGHT, DENSE] = [30, 250];

/**
 * Chooses the two hidden nodes and the two inputs that the worksheet shows: among those that matter most for this record,
 * the ones whose numbers suit a worksheet best.
 *
 * @param {Task} task
 * @returns {import('./by-hand.js').Parts}
 */
export function chooseParts(task) {
  const tried = pairs(tellingNodes(task))
    .map((nodes) => ({ nodes, bad: faults((round) => workOutputs(task, nodes, round)) }))
    .sort((a, b) => a.bad - b.bad)
    .slice(0, PAIRS)
    .flatMap(({ nodes }) => pairs(tellingPixels(task, nodes)).map((pixels) => ({ nodes, pixels })));
  let [best, fewest] = [tried[0], Number.POSITIVE_INFINITY];
  for (const parts of tried) {
    const bad = faults((round) => {
      const worked = workOutputs(task, parts.nodes, round);
      return workInputs(task, parts, worked, round);
    });
    if (bad < fewest) [best, fewest] = [parts, bad];
    if (bad === 0) break;
  }
  return best;
}

/** @param {Task} task */
function tellingNodes({ step: { hiddenErrors, hiddenOutputs } }) {
  const move = (/** @type {number} */ node) =>
    Math.abs(hiddenErrors[node] * hiddenOutputs[node] * (1 - hiddenOutputs[node]));
  const nodes = Array.from(hiddenErrors.keys());
  return nodes.sort((a, b) => move(b) - move(a)).slice(0, NODES);
}

/** @param {Task} task @param {number[]} nodes */
function tellingPixels({ pixels, wih }, nodes) {
  const weight = (/** @type {number} */ pixel) =>
    nodes.reduce((sum, node) => sum + Math.abs(wih[node * PIXELS + pixel]), 0) * pixels[pixel];
  const all = Array.from(pixels.keys()).sort((a, b) => weight(b) - weight(a));
  const grey = all.filter((pixel) => pixels[pixel] >= LIGHT && pixels[pixel] <= DENSE);
  return (grey.length > 1 ? grey : all).slice(0, INPUTS);
}

/** @template T @param {T[]} items @returns {[T, T][]} each two of them, the first ones first */
const pairs = (items) =>
  items.flatMap((one, i) => items.slice(i + 1).map((other) => /** @type {[T, T]} */ ([one, other])));
