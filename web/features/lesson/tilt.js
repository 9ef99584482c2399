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
 * @property {number[][][]} upright as it was drawn
 * @property {Map<number[][][], number>} angles of the drawing as it was drawn and after each tilt, clockwise: Undo leads
 *   back to them. With any other drawing, tilting starts again.
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
  if (!task.tilt?.angles.has(strokes)) {
    // The prediction for the upright drawing has to be known first.
    if (answered !== strokes) return;
    const { likeliest } = predict(answer.outputs);
    task.tilt = { upright: strokes, angles: new Map([[strokes, 0]]), before: likeliest };
  }
  const { angles } = task.tilt;
  const tilted = turned(strokes, degrees);
  angles.set(tilted, Number(angles.get(strokes)) + degrees);
  page.draw(tilted);
}

/**
 * Sets the drawing upright again, for the visitor who goes on.
 *
 * @param {Pick<import('./actions.js').Drive, 'draw'>} page
 * @param {State} state
 */
export function straighten(page, { stage, lesson: { task } }) {
  const tilt = task?.tilt;
  if (tilt?.angles.get(stage.strokes)) page.draw(tilt.upright);
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
  const degrees = tilt?.angles.get(strokes);
  if (!tilt || degrees === undefined || !answer || answered !== strokes) return null;
  const now = predict(answer.outputs).digit;
  const { before, angles } = tilt;
  return { degrees, before, now, enough: now !== before || angles.size > ENOUGH };
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
