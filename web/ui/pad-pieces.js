import { PAD } from '../shared/pad.js';
import { contextOf } from './canvas.js';

/**
 * A path of thousands of points takes browsers seconds, because they look for all crossings of its lines. Pieces of it
 * take milliseconds, and look the same.
 */
const PIECE = 256;

/**
 * The most pieces that are painted in a frame: many more than a pen draws in it. Counted, since browsers may only take
 * note of what is to be painted, and paint it after that.
 */
const AT_ONCE = 2;

/**
 * A picture of the pieces of strokes that will not grow, so that a long stroke is not painted anew at each move.
 */
export class FinishedPieces {
  canvas = document.createElement('canvas');
  /** Whether there are finished pieces that have not been painted. */
  isBehind = false;
  /** How many points of each stroke have been painted. @type {{ stroke: number[][], points: number }[]} */
  #done = [];

  /**
   * Paints what has been finished since, or as much of it as is painted at once.
   *
   * @param {number[][][]} strokes the drawing
   * @param {number} side of the canvas
   * @returns {number[][][]} the next piece of each stroke, to be painted over these
   */
  add(strokes, side) {
    const isOther = this.#done.some(({ stroke }, i) => stroke !== strokes[i]);
    if (isOther || this.canvas.width !== side) {
      this.#done = [];
      // Clears it, too.
      this.canvas.width = side;
    }
    const context = penOn(this.canvas, side);
    this.isBehind = false;
    let painted = 0;
    return strokes.flatMap((stroke, i) => {
      this.#done[i] ??= { stroke, points: 0 };
      const done = this.#done[i];
      // The last point of a piece is the first of the next.
      const next = () => stroke.slice(done.points, done.points + PIECE + 1);
      const isFinished = () => stroke.length > done.points + PIECE;
      for (; isFinished() && painted < AT_ONCE; painted++) {
        paintPiece(context, next(), side);
        done.points += PIECE;
      }
      this.isBehind ||= isFinished();
      return stroke.length > done.points + 1 || done.points === 0 ? [next()] : [];
    });
  }
}

/**
 * A canvas of a size, ready to paint on.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {number} side
 */
export function penOn(canvas, side) {
  if (canvas.width !== side || canvas.height !== side) canvas.width = canvas.height = side;
  const context = contextOf(canvas);
  context.lineWidth = PAD.pen * side;
  context.lineCap = context.lineJoin = 'round';
  return context;
}

/** @param {CanvasRenderingContext2D} context @param {number[][]} piece @param {number} side of the canvas */
export function paintPiece(context, piece, side) {
  context.beginPath();
  if (piece.length === 1) {
    // A line from a point to itself would paint nothing.
    context.arc(piece[0][0] * side, piece[0][1] * side, context.lineWidth / 2, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  for (const [x, y] of piece) context.lineTo(x * side, y * side);
  context.stroke();
}
