/**
 * Which strokes of a drawing make which digit, by geometry alone: whoever reads the digits, and wherever, they are the
 * same ones. The thresholds were chosen on 16,000 real digits (UNIPEN and "Pen-Based Recognition of Handwritten
 * Digits"): 1 in 500 of them is taken apart, most of them a 4 whose strokes do not meet; of pairs and triples made of
 * them, with gaps from 0.15 of their height, 98.5 % or more are split where they were put together
 * (`make drawings`).
 */

/**
 * A stroke that is smaller than this share of the largest one is a stray dot. Compared with a stroke, not with the
 * drawing: in a digit made of many dots, none is stray.
 */
const DOT = 0.12;

/**
 * So is one that is smaller than this share, if it is farther than that from all that are larger. What belongs to a
 * digit lies closer: 1 in 2,000 real digits has such a stroke.
 */
const SPECK = 0.3;
const FAR = 0.35;

/** Strokes with a narrower gap between them, as a share of the height of the tallest, belong to one digit. */
const GAP = 0.09;

/** What is lower than this share is not a digit but belongs to the nearest one, as the bar of a 5 does. */
const LOW = 0.3;

/**
 * Strokes that belong together, and their box.
 *
 * @typedef {object} Group
 * @property {number[]} members indices of the strokes
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 */

/**
 * @param {number[][][]} strokes points [x, y], y down, any unit
 * @returns {number[][][][]} the strokes of each digit, from left to right; the strokes of one in the order in which
 *   they were drawn. Stray dots and strokes without points are left out.
 */
export function splitDigits(strokes) {
  const boxes = strokes.flatMap((stroke, index) => (stroke.length > 0 ? [boxOf(stroke, index)] : []));
  const largest = most(boxes.map(size));
  const large = boxes.filter((box) => size(box) >= SPECK * largest);
  const isNear = (/** @type {Group} */ box) => large.some((other) => distance(box, other) <= FAR * largest);
  const inked = boxes.filter((box) => size(box) >= DOT * largest && isNear(box));
  // A flat drawing has no height to compare with: as if it were half as tall as it is wide.
  const tallest = most(inked.map((box) => Math.max(height(box), (box.right - box.left) / 2)));

  /** @type {Group[]} */
  const groups = [];
  for (const box of inked.sort((a, b) => a.left - b.left)) {
    const before = groups.at(-1);
    if (before && box.left - before.right < GAP * tallest) join(before, box);
    else groups.push(box);
  }
  joinLow(groups, LOW * tallest);
  return groups.map(({ members }) => members.sort((a, b) => a - b).map((index) => strokes[index]));
}

/** Joins each group that is no higher than `least` with the nearest one. @param {Group[]} groups @param {number} least */
function joinLow(groups, least) {
  while (groups.length > 1) {
    const low = groups.findIndex((group) => height(group) <= least);
    if (low < 0) return;
    const gap = (/** @type {number} */ i) => (groups[i] ? groups[i].left - groups[i - 1]?.right : Number.NaN);
    const left = gap(low + 1) < gap(low) || low === 0 ? low : low - 1;
    join(groups[left], groups[left + 1]);
    groups.splice(left + 1, 1);
  }
}

/** @param {number[][]} stroke @param {number} index @returns {Group} */
function boxOf(stroke, index) {
  const box = { members: [index], left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const [x, y] of stroke) include(box, x, y, x, y);
  return box;
}

/** @param {Group} group @param {Group} other is added to it */
function join(group, other) {
  group.members.push(...other.members);
  include(group, other.left, other.top, other.right, other.bottom);
}

/** @param {Group} group @param {number} left @param {number} top @param {number} right @param {number} bottom */
function include(group, left, top, right, bottom) {
  group.left = Math.min(group.left, left);
  group.right = Math.max(group.right, right);
  group.top = Math.min(group.top, top);
  group.bottom = Math.max(group.bottom, bottom);
}

/** @param {Group} group */
const height = ({ top, bottom }) => bottom - top;

/** @param {Group} group */
const size = (group) => Math.max(height(group), group.right - group.left);

/** @param {Group} a @param {Group} b @returns {number} between their boxes */
const distance = (a, b) =>
  Math.hypot(
    Math.max(a.left - b.right, b.left - a.right, 0),
    Math.max(a.top - b.bottom, b.top - a.bottom, 0),
  );

/** @param {number[]} sizes could be too many for the arguments of Math.max */
const most = (sizes) => sizes.reduce((a, b) => Math.max(a, b), 0);
