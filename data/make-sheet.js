// Writes web/images/handwriting.svg: examples of the drawings that the network that comes with the page has
// learned from, beside MNIST. The same each time.

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { digits } from './handwriting/digits.js';
import { skeletonsOf } from './handwriting/material.js';
import { notDigitDrawings } from './handwriting/not-digits.js';
import { write } from './handwriting/pen.js';
import { Random } from './handwriting/random.js';

/** @typedef {number[][][]} Strokes */

const COLUMNS = 14;
/** Of what is no digit. */
const OTHER_ROWS = 5;
/** Units of the picture: a cell, and the drawing in it. */
const [CELL, SIZE] = [50, 36];
/** Points nearer than this to the one before are left out, to keep the file small. */
const NEAR = 2;

const random = new Random(12);
const rows = digits.map((ways, label) => {
  const skeletons = skeletonsOf(label, false);
  const names = Object.keys(ways);
  // A drawing of each way, then a second of the first ways.
  return Array.from({ length: COLUMNS }, (_, i) => {
    const ofTheWay = skeletons.filter(({ way }) => way === names[i % names.length]);
    return write(random.choose(ofTheWay), random);
  });
});

const others = notDigitDrawings(COLUMNS * OTHER_ROWS, 12);
while (others.length > 0) rows.push(others.splice(0, COLUMNS));

const path = fileURLToPath(new URL('../web/images/handwriting.svg', import.meta.url));
const svg = sheet(rows);
await writeFile(path, svg);
console.log(`web/images/handwriting.svg: ${svg.length} bytes`);

/** @param {Strokes[][]} rows */
function sheet(rows) {
  const [width, height] = [CELL * COLUMNS, CELL * rows.length];
  const paths = rows.map((row, y) => row.map((strokes, x) => pathOf(strokes, CELL * x, CELL * y)).join(''));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="#fff"/>
<g fill="none" stroke="#222" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
${paths.map((d) => `<path d="${d}"/>`).join('\n')}
</g>
</svg>
`;
}

/**
 * A drawing in the middle of its cell.
 *
 * @param {Strokes} strokes
 * @param {number} left
 * @param {number} top
 */
function pathOf(strokes, left, top) {
  const [[x0, x1], [y0, y1]] = [0, 1].map((axis) => {
    const all = strokes.flat().map((point) => point[axis]);
    return [Math.min(...all), Math.max(...all)];
  });
  const scale = SIZE / Math.max(x1 - x0, y1 - y0, 1);
  /** @param {number[]} point */
  const placed = ([x, y]) => [
    Math.round(left + CELL / 2 + scale * (x - (x0 + x1) / 2)),
    Math.round(top + CELL / 2 + scale * (y - (y0 + y1) / 2)),
  ];
  return strokes.map((stroke) => lineOf(stroke.map(placed))).join('');
}

/** @param {number[][]} points */
function lineOf(points) {
  let [x, y] = points[0];
  // A line of no length is a dot: its ends are round.
  let line = `M${x} ${y}h0`;
  for (const [i, [nextX, nextY]] of points.entries()) {
    const near = Math.abs(nextX - x) < NEAR && Math.abs(nextY - y) < NEAR;
    if (near && i < points.length - 1) continue;
    line += `l${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
  }
  return line;
}
