import { PAD } from '../../shared/pad.js';
import { contextOf, onPixelRatio } from '../../ui/canvas.js';
import { PadKeys } from './pad-keys.js';
import { PadPointer } from './pad-pointer.js';

/**
 * A pad to draw on with mouse, pen, finger or keys. It shows `strokes` (points [x, y] in 0..1 of its side), and at
 * each move it sends a `strokes` event whose detail is the current drawing. A `takeback` event asks to undo the stroke
 * at work.
 */
class DrawingPad extends HTMLElement {
  #canvas = document.createElement('canvas');
  /** @type {number[][][]} */
  #strokes = [];
  /** @type {number[][][] | null} */
  #painted = null;
  // Whichever draws ends the stroke of the other.
  #keys = new PadKeys(this, {
    strokes: () => this.#strokes,
    draw: (strokes) => {
      this.#pointer.rest();
      this.#send(strokes);
    },
  });
  #pointer = new PadPointer(this.#canvas, {
    strokes: () => this.#strokes,
    draw: (strokes) => {
      this.#keys.rest();
      this.#send(strokes);
    },
    takeBack: () => this.#takeBack(),
  });
  #observer = new ResizeObserver(() => this.#paint());
  #connected = new AbortController();
  #unwatch = () => {};

  connectedCallback() {
    this.#canvas.className = 'drawing';
    this.#canvas.setAttribute('role', 'img');
    this.#canvas.setAttribute('aria-label', 'Drawing pad');
    this.append(this.#canvas);
    this.#keys.connect();
    this.#connected = new AbortController();
    this.#pointer.connect(this.#connected.signal);
    this.#observer.observe(this);
    this.#unwatch = onPixelRatio(() => this.#paint());
  }

  disconnectedCallback() {
    this.#connected.abort();
    this.#observer.disconnect();
    this.#unwatch();
  }

  set strokes(/** @type {number[][][]} */ strokes) {
    if (strokes === this.#painted) return;
    // The page shows another drawing: no pen must continue in it.
    if (strokes !== this.#strokes) {
      this.#keys.rest();
      this.#pointer.rest();
    }
    this.#strokes = strokes;
    this.#paint();
  }

  /** @param {number[][][]} strokes */
  #send(strokes) {
    // Moves come more often than frames, so painting waits for the page's next frame.
    this.#strokes = strokes;
    this.dispatchEvent(new CustomEvent('strokes', { detail: strokes }));
  }

  #takeBack() {
    this.#strokes = this.#strokes.slice(0, -1);
    this.dispatchEvent(new CustomEvent('takeback'));
  }

  #paint() {
    this.#painted = this.#strokes;
    const side = Math.round(this.clientWidth * devicePixelRatio);
    if (this.#canvas.width !== side) this.#canvas.width = this.#canvas.height = side;
    const context = contextOf(this.#canvas);
    context.clearRect(0, 0, side, side);
    context.lineWidth = PAD.pen * side;
    context.lineCap = context.lineJoin = 'round';
    for (const stroke of this.#strokes) paintStroke(context, stroke, side);
  }
}

/**
 * A path of thousands of points takes browsers seconds, because they look for all crossings of its lines. Pieces of it
 * take milliseconds, and look the same.
 */
const PIECE = 256;

/** @param {CanvasRenderingContext2D} context @param {number[][]} stroke @param {number} side of the canvas */
function paintStroke(context, stroke, side) {
  if (stroke.length === 1) {
    // A line from a point to itself would paint nothing.
    context.beginPath();
    context.arc(stroke[0][0] * side, stroke[0][1] * side, context.lineWidth / 2, 0, 2 * Math.PI);
    context.fill();
  }
  for (let start = 0; start < stroke.length - 1; start += PIECE) {
    context.beginPath();
    // Each begins where the one before ends.
    for (const [x, y] of stroke.slice(start, start + PIECE + 1)) context.lineTo(x * side, y * side);
    context.stroke();
  }
}

customElements.define('drawing-pad', DrawingPad);
