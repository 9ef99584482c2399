// Figures of drawings as text, and the failures among them as a page.

import { SIDE } from '../../web/shared/shape.js';
import { extent } from './preparations.js';

/**
 * @typedef {import('./measure.js').Figures} Figures
 * @typedef {import('./measure.js').Failure} Failure
 */

/** @param {number} part @param {number} whole */
const percent = (part, whole) => (whole > 0 ? `${((100 * part) / whole).toFixed(1)} %` : '-');

/** @param {(string | number)[]} cells */
const row = (cells) => cells.map((cell) => String(cell).padStart(6)).join('');

/** @param {Figures} figures @returns {string} */
export function textReport({
  total,
  correct,
  confusion,
  comparison,
  calibrationError,
  refused,
  split,
  milliseconds,
}) {
  const digits = confusion.map((_, digit) => digit);
  const classes = confusion.map((answers, label) => {
    const drawings = answers.reduce((sum, count) => sum + count, 0);
    return `  ${label}${percent(answers[label], drawings).padStart(9)}   ${answers[label]} of ${drawings}`;
  });
  const preparations = comparison.map(
    ({ name, asTheyAre, moved }) =>
      `  ${name.padEnd(30)}${percent(asTheyAre, total).padStart(12)}${percent(moved, total).padStart(24)}`,
  );
  return [
    `${correct} of ${total} drawings are read right: ${percent(correct, total)}`,
    '',
    'by class',
    ...classes,
    '',
    'answers, a row for each label',
    row(['', ...digits]),
    ...confusion.map((answers, label) => row([label, ...answers])),
    '',
    `  ${'prepared by'.padEnd(30)}${'as they are'.padStart(12)}${'random size and place'.padStart(24)}`,
    ...preparations,
    '',
    `calibration error: ${(100 * calibrationError.before).toFixed(1)} % for outputs taken as probabilities, ` +
      `${(100 * calibrationError.after).toFixed(1)} % for the confidence shown`,
    `taken for no digit: ${refused} (${percent(refused, total)})`,
    'split into digits as they should be: ' +
      split.map(({ count, right, total }) => `${percent(right, total)} of ${count}`).join(', '),
    `from 500 points to the answer: ${milliseconds.toFixed(3)} ms (median)`,
  ].join('\n');
}

/**
 * A page that needs nothing but itself: every failure with its picture, strokes and outputs.
 *
 * @param {Figures} figures
 * @returns {string}
 */
export function contactSheet({ total, failures }) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Drawings read wrongly</title>
<style>
  body { font: 14px sans-serif; margin: 1em; }
  main { display: flex; flex-wrap: wrap; gap: 8px; }
  figure { margin: 0; padding: 4px; border: 1px solid #ccc; }
  canvas, svg { width: 84px; height: 84px; background: #000; image-rendering: pixelated; }
  svg { background: #fff; }
  figcaption { font-size: 12px; }
</style>
<h1>${failures.length} of ${total} drawings are read wrongly</h1>
<p>Left what the network got, right the strokes; the number is the line in the file.</p>
<main>
${failures.map(figure).join('\n')}
</main>
<script>
  for (const canvas of document.querySelectorAll('canvas')) {
    const context = canvas.getContext('2d');
    const image = context.createImageData(${SIDE}, ${SIDE});
    const greys = Uint8Array.from(atob(canvas.dataset.greys), (byte) => byte.charCodeAt(0));
    greys.forEach((grey, i) => image.data.set([grey, grey, grey, 255], 4 * i));
    context.putImageData(image, 0, 0);
  }
</script>
</html>
`;
}

/** @param {Failure} failure */
function figure({ drawing: { line, label, strokes }, pixels, ranking: [answer, runnerUp] }) {
  const { x, y, side } = extent(strokes);
  // A dot has no size; the margin keeps the ends of lines inside.
  const wide = 1.1 * side || 1;
  const box = `${x - wide / 2} ${y - wide / 2} ${wide} ${wide}`;
  const path = strokes.map((stroke) => `M${stroke.join('L')}${stroke.length === 1 ? 'z' : ''}`).join('');
  return `<figure>
<canvas width="${SIDE}" height="${SIDE}" data-greys="${Buffer.from(pixels).toString('base64')}"></canvas>
<svg viewBox="${box}"><path d="${path}" fill="none" stroke="#000" stroke-width="${wide / 40}"
  stroke-linecap="round"/></svg>
<figcaption>${line}: <b>${label}</b> read as <b>${answer.digit}</b> (${answer.output.toFixed(2)}), then
${runnerUp.digit} (${runnerUp.output.toFixed(2)})</figcaption>
</figure>`;
}
