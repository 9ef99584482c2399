import { onPixelRatio } from './canvas.js';
import { PadKeys } from './pad-keys.js';
import { FinishedPieces, paintPiece, penOn } from './pad-pieces.js';
import { PadPointer } from './pad-pointer.js';

/**
 * What a pad is called, since there may be several.
 *
 * @typedef {object} PadNames
 * @property {string} id of its help text
 * @property {string} canvas
 * @property {string} keys while it is drawn on by keyboard
 */

/**
 * A pad to draw on with mouse, pen, finger or keys. It shows `strokes` (points [x, y] in 0..1 of its side), and at
 * each move it sends a `strokes` event whose detail is the current drawing, or an `eraseon` event where an eraser
 * removes more strokes in one pass. A `takeback` event asks to undo the stroke at work. `pendown` and `penup` tell when a
 * pointer begins and ends, but for those that do not count, such as the palm of a hand.
 */
class DrawingPad extends HTMLElement {
  #canvas = document.createElement('canvas');
  /** @type {PadNames} */
  #names = { id: '', canvas: '', keys: '' };
  #finished = new FinishedPieces();
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
    eraseOn: (strokes) => this.#send(strokes, 'eraseon'),
    takeBack: () => this.#takeBack(),
    down: () => this.dispatchEvent(new CustomEvent('pendown')),
    up: () => this.dispatchEvent(new CustomEvent('penup')),
  });
  #observer = new ResizeObserver(() => this.#paint());
  #connected = new AbortController();
  #unwatch = () => {};
  #nextFrame = 0;

  connectedCallback() {
    this.#canvas.className = 'drawing';
    this.#canvas.setAttribute('role', 'img');
    this.append(this.#canvas);
    this.#canvas.setAttribute('aria-label', this.#names.canvas);
    this.#keys.connect(this.#names);
    this.#connected = new AbortController();
    this.#pointer.connect(this.#connected.signal);
    this.#observer.observe(this);
    this.#unwatch = onPixelRatio(() => this.#paint());
  }

  disconnectedCallback() {
    this.#connected.abort();
    this.#observer.disconnect();
    this.#unwatch();
    cancelAnimationFrame(this.#nextFrame);
  }

  /** The first ones are to be set before it is connected, others when the language changes. */
  set names(/** @type {PadNames} */ names) {
    const changed = names.keys !== this.#names.keys;
    this.#names = names;
    if (!this.isConnected || !changed) return;
    this.#canvas.setAttribute('aria-label', names.canvas);
    this.#keys.name(names);
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

  /** @param {number[][][]} strokes @param {'strokes' | 'eraseon'} [type] */
  #send(strokes, type = 'strokes') {
    // Moves come more often than frames, so painting waits for the page's next frame.
    this.#strokes = strokes;
    this.dispatchEvent(new CustomEvent(type, { detail: strokes }));
  }

  #takeBack() {
    this.#strokes = this.#strokes.slice(0, -1);
    this.dispatchEvent(new CustomEvent('takeback'));
  }

  #paint() {
    this.#painted = this.#strokes;
    const side = Math.round(this.clientWidth * devicePixelRatio);
    const context = penOn(this.#canvas, side);
    const left = this.#finished.add(this.#strokes, side);
    context.clearRect(0, 0, side, side);
    if (side > 0) context.drawImage(this.#finished.canvas, 0, 0);
    for (const piece of left) paintPiece(context, piece, side);
    cancelAnimationFrame(this.#nextFrame);
    if (this.#finished.isBehind) this.#nextFrame = requestAnimationFrame(() => this.#paint());
  }
}

customElements.define('drawing-pad', DrawingPad);
