/**
 * Drawings as JSON lines: {"label":4,"from":"Ana","strokes":[[[x,y],...],...]}, one in each line, y down.
 *
 * @typedef {import('./state.js').Drawing} Drawing
 * @typedef {Omit<Drawing, 'id'>} Line
 */

/** Digits after the point: a hundredth of a pixel of the pad. */
const PRECISION = 4;

/** @param {readonly Drawing[]} drawings */
export const writeLines = (drawings) =>
  drawings
    .map(({ label, from, strokes }) => `${JSON.stringify({ label, from, strokes: rounded(strokes) })}\n`)
    .join('');

/**
 * @param {string} text
 * @returns {{ lines: Line[], wrong: number | null }} wrong: the number of the first line that is no such drawing; null:
 *   all are
 */
export function readLines(text) {
  /** @type {Line[]} */
  const lines = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const drawing = parsed(line);
    if (!drawing) return { lines: [], wrong: i + 1 };
    lines.push({ ...drawing, strokes: onPad(drawing.strokes) });
  }
  return { lines, wrong: null };
}

/** Whether two are the same drawing of the same digit, whoever sent it. @param {Line} drawing */
export const contentOf = ({ label, strokes }) => JSON.stringify([label, rounded(strokes)]);

/** @param {number[][][]} strokes */
const rounded = (strokes) =>
  strokes.map((stroke) => stroke.map((point) => point.map((each) => Number(each.toFixed(PRECISION)))));

/** @param {string} line @returns {Line | null} */
function parsed(line) {
  try {
    const { label, from = '', strokes } = JSON.parse(line);
    const isPoint = (/** @type {unknown} */ point) =>
      Array.isArray(point) && point.length === 2 && point.every(Number.isFinite);
    const isRight =
      Number.isInteger(label) &&
      label >= 0 &&
      label <= 9 &&
      typeof from === 'string' &&
      Array.isArray(strokes) &&
      strokes.length > 0 &&
      strokes.every((stroke) => Array.isArray(stroke) && stroke.length > 0 && stroke.every(isPoint));
    return isRight ? { label, from, strokes } : null;
  } catch {
    return null;
  }
}

/** Other programs write strokes in other units: they are fitted to the pad. @param {number[][][]} strokes */
function onPad(strokes) {
  const points = strokes.flat();
  if (points.every((point) => point.every((each) => each >= 0 && each <= 1))) return strokes;
  const [left, top] = [0, 1].map((axis) =>
    points.reduce((least, point) => Math.min(least, point[axis]), Infinity),
  );
  const [right, bottom] = [0, 1].map((axis) =>
    points.reduce((most, point) => Math.max(most, point[axis]), -Infinity),
  );
  const side = Math.max(right - left, bottom - top) || 1;
  const place = (/** @type {number} */ value, /** @type {number} */ from, /** @type {number} */ to) =>
    0.5 + (0.7 * (value - (from + to) / 2)) / side;
  return strokes.map((stroke) => stroke.map(([x, y]) => [place(x, left, right), place(y, top, bottom)]));
}
