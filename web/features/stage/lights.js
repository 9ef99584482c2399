import { canvasDirective, colours, contextOf } from '../../ui/canvas.js';

/** Canvas pixels of a light's cell, enough for a projector. */
const PITCH = 24;

/** Paints the values of the hidden nodes on a `<canvas>`; without an answer, all lights are off. */
export const lights = canvasDirective(
  (
    canvas,
    /** @type {import('../../app/page-state.js').Answer | null} */ answer,
    /** @type {number | null} */ output,
    /** @type {number} */ columns,
    /** @type {number} */ count,
  ) => {
    canvas.width = columns * PITCH;
    canvas.height = Math.ceil(count / columns) * PITCH;
    const context = contextOf(canvas);
    const [off, positive, negative] = colours('--unlit', '--lit-positive', '--lit-negative');
    for (let node = 0; node < count; node++) {
      const x = ((node % columns) + 0.5) * PITCH;
      const y = (Math.floor(node / columns) + 0.5) * PITCH;
      disc(context, x, y, PITCH * 0.3, off, 1);
      if (!answer || output === null) continue;
      const value = answer.hidden[node];
      const colour = answer.who[output * count + node] < 0 ? negative : positive;
      disc(context, x, y, PITCH * (0.3 + 0.14 * value), colour, value);
    }
  },
);

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {string} colour
 * @param {number} strength
 */
function disc(context, x, y, radius, colour, strength) {
  context.globalAlpha = strength;
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}
