import { Directive, directive } from 'lit/directive.js';

/** Canvas pixels to a light's cell, enough for a projector. */
const PITCH = 24;

/** The field is dark in both schemes. */
const OFF = '#2b3038';
const FOR = '#6ea8ff';
const AGAINST = '#ff9d4d';

class LightsDirective extends Directive {
  /** @type {unknown[]} */
  #drawn = [];

  render(
    /** @type {import('../../app/page-state.js').Answer | null} */ _answer,
    /** @type {number | null} */ _output,
    /** @type {number} */ _columns,
    /** @type {number} */ _count,
  ) {}

  /**
   * @param {import('lit').ElementPart} part
   * @param {Parameters<LightsDirective['render']>} now
   */
  update(part, now) {
    if (now.every((value, i) => value === this.#drawn[i])) return;
    this.#drawn = now;
    const [answer, output, columns, count] = now;
    const canvas = /** @type {HTMLCanvasElement} */ (part.element);
    canvas.width = columns * PITCH;
    canvas.height = Math.ceil(count / columns) * PITCH;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    for (let node = 0; node < count; node++) {
      const x = ((node % columns) + 0.5) * PITCH;
      const y = (Math.floor(node / columns) + 0.5) * PITCH;
      disc(context, x, y, PITCH * 0.3, OFF, 1);
      if (!answer || output === null) continue;
      const value = answer.hidden[node];
      const colour = answer.who[output * count + node] < 0 ? AGAINST : FOR;
      disc(context, x, y, PITCH * (0.3 + 0.14 * value), colour, value);
    }
  }
}

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

/** On a `<canvas>`: shows what the hidden nodes make of an answer's picture; null: all lights are off. */
export const lights = directive(LightsDirective);
