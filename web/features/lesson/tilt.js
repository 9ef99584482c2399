import { msg, str } from '@lit/localize';
import { predict } from '../../shared/confidence.js';
import { whole } from '../../ui/format.js';
import { turned } from './turned.js';

/**
 * Tilts the drawing in small steps, and describes how the prediction changes.
 *
 * @typedef {import('../../app/page-state.js').State} State
 *
 * @typedef {object} Tilt
 * @property {number[][][]} strokes the tilted drawing; with any other drawing, tilting starts again
 * @property {number[][][]} upright as it was drawn
 * @property {number} degrees clockwise, in total
 * @property {number} times
 * @property {number} before the digit that the upright drawing is most like
 */

/** After this many tilts the visitor has seen enough, even if the prediction has not changed. */
const ENOUGH = 6;

/**
 * @param {Pick<import('./actions.js').Drive, 'draw'>} page
 * @param {State} state
 * @param {number} degrees clockwise
 */
export function tilt(page, { stage, lesson: { task } }, degrees) {
  const { strokes, answer, answered } = stage;
  if (!task || !answer || strokes.length === 0) return;
  const going = task.tilt?.strokes === strokes ? task.tilt : null;
  // The prediction for the upright drawing has to be known first.
  if (!going && answered !== strokes) return;
  task.tilt = {
    strokes: turned(strokes, degrees),
    upright: going?.upright ?? strokes,
    degrees: (going?.degrees ?? 0) + degrees,
    times: (going?.times ?? 0) + 1,
    before: going?.before ?? predict(answer.outputs).likeliest,
  };
  page.draw(task.tilt.strokes);
}

/**
 * Sets the drawing upright again, for the visitor who goes on.
 *
 * @param {Pick<import('./actions.js').Drive, 'draw'>} page
 * @param {State} state
 */
export function straighten(page, { stage, lesson: { task } }) {
  const tilt = task?.tilt;
  if (tilt && tilt.strokes === stage.strokes) page.draw(tilt.upright);
}

/**
 * How far the drawing is tilted, and the predictions before and after.
 *
 * @param {State} state
 * @returns {{ degrees: number, before: number, now: number | null, enough: boolean } | null} now: null: no digit;
 *   enough: the prediction has changed, or the visitor has tilted often; null: not tilted, or no prediction yet
 */
export function tilted({ stage: { strokes, answer, answered }, lesson: { task } }) {
  const tilt = task?.tilt;
  if (!tilt || !answer || tilt.strokes !== strokes || answered !== strokes) return null;
  const now = predict(answer.outputs).digit;
  const { degrees, before, times } = tilt;
  return { degrees, before, now, enough: now !== before || times >= ENOUGH };
}

/**
 * Describes the effect of the tilt on the prediction.
 *
 * @param {{ degrees: number, before: number, now: number | null }} tilt
 */
export function tiltWords({ degrees, before, now }) {
  const angle = whole(Math.abs(degrees));
  if (now === null) {
    if (degrees < 0) return msg(str`Tilted by ${angle}° to the left, the ${before} is read as no digit.`);
    if (degrees > 0) return msg(str`Tilted by ${angle}° to the right, the ${before} is read as no digit.`);
    return msg(str`Upright again, the ${before} is read as no digit.`);
  }
  if (now === before) {
    if (degrees < 0) return msg(str`Tilted by ${angle}° to the left, it is still read as ${now}.`);
    if (degrees > 0) return msg(str`Tilted by ${angle}° to the right, it is still read as ${now}.`);
    return msg(str`Upright again, it is still read as ${now}.`);
  }
  if (degrees < 0) return msg(str`Tilted by ${angle}° to the left, the ${before} is read as ${now}.`);
  if (degrees > 0) return msg(str`Tilted by ${angle}° to the right, the ${before} is read as ${now}.`);
  return msg(str`Upright again, the ${before} is read as ${now}.`);
}
