import { largest } from '../../shared/ranking.js';
import { turned } from './turned.js';

/**
 * Tilting the drawing, by and by, and what the network makes of it.
 *
 * @typedef {import('../../app/page-state.js').State} State
 *
 * @typedef {object} Tilt
 * @property {number[][][]} strokes the drawing as it is now: another one is tilted anew
 * @property {number} degrees clockwise, all in all
 * @property {number} times
 * @property {number} before what it was read as upright
 */

/** After so many the visitor has seen enough, whatever the answers. */
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
  // What it is read as upright has to be known first.
  if (!going && answered !== strokes) return;
  task.tilt = {
    strokes: turned(strokes, degrees),
    degrees: (going?.degrees ?? 0) + degrees,
    times: (going?.times ?? 0) + 1,
    before: going?.before ?? largest(answer.outputs),
  };
  page.draw(task.tilt.strokes);
}

/**
 * How far the drawing is tilted, and what the network makes of that.
 *
 * @param {State} state
 * @returns {{ angle: string, before: number, now: number, enough: boolean } | null} before, now: what it was
 *   read as upright, and is read as; enough: whether it is another digit now, or was tilted often. null: it
 *   is not tilted, or not answered yet.
 */
export function tilted({ stage: { strokes, answer, answered }, lesson: { task } }) {
  const tilt = task?.tilt;
  if (!tilt || !answer || tilt.strokes !== strokes || answered !== strokes) return null;
  const now = largest(answer.outputs);
  const { degrees, before, times } = tilt;
  const side = degrees < 0 ? ' to the left' : ' to the right';
  const angle = `${Math.abs(degrees)}°${degrees === 0 ? '' : side}`;
  return { angle, before, now, enough: now !== before || times >= ENOUGH };
}
