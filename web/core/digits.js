/**
 * Which strokes of a drawing make which digit, by geometry alone: whoever reads the digits, and wherever, they are the
 * same ones. The thresholds were chosen on 16,000 real digits (UNIPEN and "Pen-Based Recognition of Handwritten
 * Digits"): 1 in 400 of them is taken apart, most of them a 4 whose strokes do not meet; of pairs and triples made of
 * them, with gaps from 0.15 of their height, 98 % or more are split where they were put together (`make drawings`). If
 * the gaps are measured row by row, so that slanting digits lie above each other's feet, 95 % or more are.
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

/** Rows to the height of the tallest stroke. */
const ROWS = 24;

/**
 * Strokes that stand beside each other in more rows than this share of the tallest have the gap of these rows. The gap of
 * others is that of their boxes: the bar of a 5 and the rings of an 8 lie above what they belong to.
 */
const BESIDE = 0.65;

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
 * @property {Rows | null} rows where its ink is in each row; null: not asked for yet
 *
 * @typedef {Map<number, [left: number, right: number]>} Rows by their numbers
 */

/**
 * @param {Float64Array[]} strokes packed (../shared/packed-strokes.js), y down, any unit
 * @returns {number[][]} the strokes of each digit, by their indices, from left to right; the strokes of one in the order
 *   in which they were drawn. Stray dots and strokes without points are left out.
 */
export function splitDigits(strokes) {
  const boxes = strokes.flatMap((stroke, index) => (stroke.length > 0 ? [boxOf(stroke, index)] : []));
  const largest = most(boxes.map(size));
  const large = boxes.filter((box) => size(box) >= SPECK * largest);
  const isNear = (/** @type {Group} */ box) => large.some((other) => distance(box, other) <= FAR * largest);
  const inked = boxes.filter((box) => size(box) >= DOT * largest && isNear(box));
  // A flat drawing has no height to compare with: as if it were half as tall as it is wide.
  const tallest = most(inked.map((box) => Math.max(height(box), (box.right - box.left) / 2)));
  const gapBeside = gapIn(strokes, least(inked.map(({ top }) => top)), tallest / ROWS);

  /** @param {number} rows that groups have to share @param {boolean} otherwise */
  const nearIn = (rows, otherwise) => (/** @type {Group} */ one, /** @type {Group} */ other) => {
    if (boxGap(one, other) >= GAP * tallest) return false;
    const gap = gapBeside(one, other, rows);
    return gap === null ? otherwise : gap < GAP * tallest;
  };
  // First what touches: a piece of a digit may lie below the next one, if they slant.
  const touching = joined(inked, nearIn(1, false));
  const groups = joined(touching, nearIn(BESIDE * ROWS, true)).sort((a, b) => a.left - b.left);
  joinLow(groups, LOW * tallest);
  return groups.map(({ members }) => members.sort((a, b) => a - b));
}

/** Joins what belongs together. @param {Group[]} groups @param {(one: Group, other: Group) => boolean} belong */
function joined(groups, belong) {
  /** @type {Group[]} */
  let found = [];
  for (const group of groups) {
    /** @type {Group[]} */
    const apart = [];
    for (const other of found) {
      if (belong(other, group)) join(group, other);
      else apart.push(other);
    }
    found = [...apart, group];
  }
  return found;
}

/**
 * The narrowest gap between two groups in the rows in which they stand beside each other.
 *
 * @param {Float64Array[]} strokes
 * @param {number} top of the first row
 * @param {number} height of a row
 * @returns {(one: Group, other: Group, least: number) => number | null} null: there are less than `least` such rows
 */
function gapIn(strokes, top, height) {
  const rowsOf = (/** @type {Group} */ group) => {
    group.rows ??= group.members.reduce(
      (rows, index) => addRows(rows, strokes[index], top, height),
      new Map(),
    );
    return group.rows;
  };
  return (one, other, least) => {
    // Most strokes of a drawing of hundreds need not be looked at.
    if (Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) < (least - 2) * height) return null;
    const others = rowsOf(other);
    let [rows, gap] = [0, Infinity];
    for (const [row, [left, right]] of rowsOf(one)) {
      const span = others.get(row);
      if (!span) continue;
      rows++;
      gap = Math.min(gap, Math.max(span[0] - right, left - span[1]));
    }
    return rows < least ? null : gap;
  };
}

/** Joins each group that is no higher than `lowest` with the nearest one. @param {Group[]} groups @param {number} lowest */
function joinLow(groups, lowest) {
  while (groups.length > 1) {
    const low = groups.findIndex((group) => height(group) <= lowest);
    if (low < 0) return;
    const gap = (/** @type {number} */ i) => (groups[i] ? groups[i].left - groups[i - 1]?.right : Number.NaN);
    const left = gap(low + 1) < gap(low) || low === 0 ? low : low - 1;
    join(groups[left], groups[left + 1]);
    groups.splice(left + 1, 1);
  }
}

/** @param {Float64Array} stroke @param {number} index @returns {Group} */
function boxOf(stroke, index) {
  const box = { members: [index], left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let i = 0; i < stroke.length; i += 2) {
    const [x, y] = [stroke[i], stroke[i + 1]];
    include(box, x, y, x, y);
  }
  return { ...box, rows: null };
}

/** @param {Rows} rows @param {Float64Array} stroke is added to them @param {number} top @param {number} height 0: all is in one row */
function addRows(rows, stroke, top, height) {
  const rowAt = (/** @type {number} */ y) => (height > 0 ? Math.floor((y - top) / height) : 0);
  for (let i = 0; i < stroke.length; i += 2) {
    const [x, y] = [stroke[i], stroke[i + 1]];
    const before = Math.max(i - 2, 0);
    const [fromX, fromY] = [stroke[before], stroke[before + 1]];
    const [from, to] = [rowAt(fromY), rowAt(y)];
    widen(rows, to, x, x);
    // Where the line crosses from row to row.
    for (let row = Math.min(from, to); row < Math.max(from, to); row++) {
      const at = fromX + ((x - fromX) * (top + (row + 1) * height - fromY)) / (y - fromY);
      widen(rows, row, at, at);
      widen(rows, row + 1, at, at);
    }
  }
  return rows;
}

/** @param {Rows} rows @param {number} row @param {number} left @param {number} right */
function widen(rows, row, left, right) {
  const span = rows.get(row);
  if (!span) rows.set(row, [left, right]);
  else {
    span[0] = Math.min(span[0], left);
    span[1] = Math.max(span[1], right);
  }
}

/** @param {Group} group @param {Group} other is added to it */
function join(group, other) {
  group.members.push(...other.members);
  include(group, other.left, other.top, other.right, other.bottom);
  if (group.rows && other.rows) for (const [row, span] of other.rows) widen(group.rows, row, ...span);
  else group.rows = null;
}

/** @param {Pick<Group, 'left' | 'right' | 'top' | 'bottom'>} group @param {number} left @param {number} top @param {number} right @param {number} bottom */
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

/** @param {Group} a @param {Group} b how far one is to the right of the other */
const boxGap = (a, b) => Math.max(a.left - b.right, b.left - a.right);

/** @param {Group} a @param {Group} b @returns {number} between their boxes */
const distance = (a, b) =>
  Math.hypot(Math.max(boxGap(a, b), 0), Math.max(a.top - b.bottom, b.top - a.bottom, 0));

/** @param {number[]} sizes could be too many for the arguments of Math.max */
const most = (sizes) => sizes.reduce((a, b) => Math.max(a, b), 0);

/** @param {number[]} sizes */
const least = (sizes) => sizes.reduce((a, b) => Math.min(a, b), Infinity);
