/**
 * Drawings of what is no digit, another one each time: what teaches the network that comes with the page to answer
 * that something is none.
 */

import { capitals } from './capitals.js';
import { otherScripts } from './other-scripts.js';
import { write } from './pen.js';
import { Random } from './random.js';
import { dots, hatching, lines, loops, strayDot, tangle, wandering } from './scribbles.js';
import { severalDigits } from './several-digits.js';
import { shapes } from './shapes.js';
import { signs } from './signs.js';
import { smallLetters } from './small-letters.js';

/** One skeleton in so many is held out of training, to measure on what the network has not seen. */
const HELD_OUT_OF = 7;

/** How often each kind is drawn. Within a kind all forms are equally frequent: what is hardest to tell has most. */
const KINDS = [
  { kind: 'capitals', weight: 14 },
  { kind: 'smallLetters', weight: 17 },
  { kind: 'otherScripts', weight: 4 },
  { kind: 'signs', weight: 16 },
  { kind: 'shapes', weight: 9 },
  { kind: 'scribbles', weight: 33 },
  { kind: 'severalDigits', weight: 7 },
];

const SCRIBBLES = [
  { draw: (/** @type {Random} */ random) => wandering(random, 20), weight: 24 },
  { draw: loops, weight: 2 },
  { draw: hatching, weight: 2 },
  { draw: lines, weight: 2 },
  { draw: tangle, weight: 2 },
  { draw: dots, weight: 1 },
  { draw: strayDot, weight: 1 },
];

/** @type {Record<string, Record<string, string[][]>>} the forms of each name of each kind, as strokes of a skeleton */
export const skeletons = { capitals, smallLetters, otherScripts, signs, shapes };

/**
 * @param {number} count
 * @param {number} seed
 * @param {{ heldOut?: boolean }} [options] heldOut: of those skeletons only that are never learned from; scribbles and
 *   whole numbers differ by their seed alone
 * @returns {number[][][][]} drawings, as strokes that glassbox.drawing() takes
 */
export function notDigitDrawings(count, seed, { heldOut = false } = {}) {
  const random = new Random(seed);
  const forms = formsByKind(heldOut);
  return Array.from({ length: count }, () => {
    const { kind } = random.choose(KINDS);
    if (kind === 'scribbles') return random.choose(SCRIBBLES).draw(random);
    if (kind === 'severalDigits') return severalDigits(random);
    return write(random.choose(forms[kind]), random);
  });
}

/**
 * @param {boolean} heldOut
 * @returns {Record<string, import('./pen.js').Skeleton[]>}
 */
function formsByKind(heldOut) {
  return Object.fromEntries(
    Object.entries(skeletons).map(([kind, names]) => [
      kind,
      Object.values(names)
        .flat()
        .filter((_, i) => isHeldOut(i) === heldOut)
        .map((strokes) => ({ strokes })),
    ]),
  );
}

/** @param {number} index among the forms of a kind */
const isHeldOut = (index) => index % HELD_OUT_OF === HELD_OUT_OF - 1;
