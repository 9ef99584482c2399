import { msg } from '@lit/localize';
import { SIDE } from '../shared/shape.js';
import { ARROWS } from './arrow-keys.js';

/**
 * A pen moved by keys, from cell to cell of a pad of 28 x 28.
 *
 * @typedef {object} Pen
 * @property {number} column 0..27, from the left
 * @property {number} row 0..27, from the top
 * @property {boolean} down whether it draws
 */

/** Where the pen starts. @type {Readonly<Pen>} */
export const RESTING = { column: 13, row: 13, down: false };

/** The help shown on the pad. */
export const keysHelp = () =>
  msg(
    'On a keyboard, arrow keys move the pen, with Shift by four cells. Space puts it down or lifts it. Backspace removes the last stroke.',
  );

/** How many cells an arrow key with Shift moves the pen. A digit then takes a few dozen keys, not a hundred. */
const FAR = 4;

/**
 * Applies a key. The arguments are not changed.
 *
 * @param {Readonly<Pen>} pen
 * @param {number[][][]} strokes points [x, y] in 0..1 of the pad's side
 * @param {string} key as in KeyboardEvent.key
 * @param {boolean} shift
 * @returns {{ pen: Pen, strokes: number[][][] } | null} null: not one of its keys
 */
export function press(pen, strokes, key, shift) {
  if (Object.hasOwn(ARROWS, key)) {
    const [right, down] = ARROWS[key].map((cells) => cells * (shift ? FAR : 1));
    const moved = { ...pen, column: within(pen.column + right), row: within(pen.row + down) };
    const stays = moved.column === pen.column && moved.row === pen.row;
    if (!pen.down || stays) return { pen: moved, strokes };
    return {
      pen: moved,
      strokes: [...strokes.slice(0, -1), [...strokes[strokes.length - 1], position(moved)]],
    };
  }
  if (key === ' ' && !pen.down)
    return { pen: { ...pen, down: true }, strokes: [...strokes, [position(pen)]] };
  if (key === ' ' || (key === 'Escape' && pen.down)) return { pen: { ...pen, down: false }, strokes };
  if (key === 'Backspace') return { pen: { ...pen, down: false }, strokes: strokes.slice(0, -1) };
  return null;
}

/**
 * The middle of the pen's cell.
 *
 * @param {Readonly<Pen>} pen
 * @returns {[x: number, y: number]} in 0..1 of the pad's side
 */
export const position = ({ column, row }) => [(column + 0.5) / SIDE, (row + 0.5) / SIDE];

/** @param {number} cell */
const within = (cell) => Math.min(Math.max(cell, 0), SIDE - 1);
