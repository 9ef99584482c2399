import { PAD } from '../../shared/pad.js';
import { contextOf } from '../../ui/canvas.js';
import { PadKeys } from './pad-keys.js';

/**
 * A pad to draw on with mouse, pen, finger or keys. It shows `strokes` (points [x, y] in 0..1 of its side), and at
 * each move it sends a `strokes` event whose detail is the current drawing.
 */
class DrawingPad extends HTMLElement {
  #canvas = document.createElement('canvas');
  /** @type {number[][][]} */
  #strokes = [];
  /** @type {number[][][] | null} */
  #painted = null;
  /**
   * The pointer that is drawing. Other fingers are ignored.
   *
   * @type {number | null}
   */
  #pointer = null;
  #keys = new PadKeys(this, { strokes: () => this.#strokes, draw: (strokes) => this.#send(strokes) });

  connectedCallback() {
    this.#canvas.className = 'drawing';
    this.#canvas.setAttribute('role', 'img');
    this.#canvas.setAttribute('aria-label', 'Drawing pad');
    this.append(this.#canvas);
    this.#keys.connect();
    this.#canvas.addEventListener('pointerdown', (event) => this.#start(event));
    this.#canvas.addEventListener('pointermove', (event) => this.#move(event));
    for (const end of ['pointerup', 'pointercancel']) {
      this.#canvas.addEventListener(end, (event) => {
        if (/** @type {PointerEvent} */ (event).pointerId === this.#pointer) this.#pointer = null;
      });
    }
    new ResizeObserver(() => this.#paint()).observe(this);
    // The pad is no longer under the pen, as when a presentation leaves full screen. The stroke ends where it was.
    addEventListener('resize', () => {
      this.#pointer = null;
    });
  }

  set strokes(/** @type {number[][][]} */ strokes) {
    if (strokes === this.#painted) return;
    // The page shows another drawing: the pen must not continue in it.
    if (strokes !== this.#strokes) this.#keys.rest();
    this.#strokes = strokes;
    this.#paint();
  }

  /** @param {PointerEvent} event */
  #start(event) {
    if (this.#pointer !== null || event.button !== 0) return;
    this.#pointer = event.pointerId;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#keys.rest();
    this.#send([...this.#strokes, [this.#position(event)]]);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerId !== this.#pointer) return;
    // A browser sends one event per frame; the points in between make the line smooth.
    const events = event.getCoalescedEvents?.() ?? [];
    const points = (events.length > 0 ? events : [event]).map((each) => this.#position(each));
    this.#strokes.at(-1)?.push(...points);
    this.#send([...this.#strokes]);
  }

  /** @param {number[][][]} strokes */
  #send(strokes) {
    // Moves come more often than frames, so painting waits for the page's next frame.
    this.#strokes = strokes;
    this.dispatchEvent(new CustomEvent('strokes', { detail: strokes }));
  }

  /**
   * Outside the pad, the pen follows its edge, because invisible ink must not count.
   *
   * @param {PointerEvent} event
   */
  #position(event) {
    const box = this.#canvas.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width;
    const y = (event.clientY - box.top) / box.height;
    return [x, y].map((share) => Math.min(Math.max(share, 0), 1));
  }

  #paint() {
    this.#painted = this.#strokes;
    const side = Math.round(this.clientWidth * devicePixelRatio);
    if (this.#canvas.width !== side) this.#canvas.width = this.#canvas.height = side;
    const context = contextOf(this.#canvas);
    context.clearRect(0, 0, side, side);
    context.lineWidth = PAD.pen * side;
    context.lineCap = context.lineJoin = 'round';
    for (const stroke of this.#strokes) {
      context.beginPath();
      if (stroke.length === 1) {
        // A line from a point to itself would paint nothing.
        context.arc(stroke[0][0] * side, stroke[0][1] * side, (PAD.pen * side) / 2, 0, 2 * Math.PI);
        context.fill();
      } else {
        for (const [x, y] of stroke) context.lineTo(x * side, y * side);
        context.stroke();
      }
    }
  }
}

customElements.define('drawing-pad', DrawingPad);
