import { PAD } from '../shared/pad.js';
import { distanceToLine } from './distance-to-line.js';

/** Bits of PointerEvent.buttons. The main one is also a finger's or a pen's touch. */
const MAIN = 1;
const BARREL = 2;
const ERASER = 32;

/** Points closer than this to the one before are left out: a twentieth of a pixel, where the pad is 28 wide. */
const NEAR = 0.002;

/**
 * Milliseconds after a pen in which a touch is taken for the palm of the hand that holds it. Its size would tell no
 * better: many screens report none, or thumbs as large as palms. Whoever puts a pen away takes longer than this to
 * draw by finger.
 */
const PALM = 3000;

/**
 * Drawing by mouse, pen or finger: one pointer at a time. A pen takes over from a finger, because what touched first
 * is then most likely the palm of the hand that holds it, and from a mouse, because the release of its button may have
 * been lost. For the same reason a touch shortly after a pen does not draw. A pen's other end and its barrel button
 * erase.
 */
export class PadPointer {
  #canvas;
  #drawing;
  /** The pointer at work. @type {{ id: number, type: string, buttons: number, erased: boolean } | null} */
  #pointer = null;
  /** When a pen was last at the pad, as events tell time. */
  #penAt = Number.NEGATIVE_INFINITY;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {object} drawing points [x, y] in 0..1 of the canvas's side
   * @param {() => number[][][]} drawing.strokes
   * @param {(strokes: number[][][]) => void} drawing.draw
   * @param {(strokes: number[][][]) => void} drawing.eraseOn further strokes are gone, in the same pass of the eraser
   * @param {() => void} drawing.takeBack undoes the stroke at work
   * @param {() => void} drawing.down a pointer begins to draw or to erase
   * @param {() => void} drawing.up it has ended
   */
  constructor(canvas, drawing) {
    this.#canvas = canvas;
    this.#drawing = drawing;
  }

  /** @param {AbortSignal} signal ends it */
  connect(signal) {
    /** @param {keyof HTMLElementEventMap} type @param {(event: PointerEvent) => void} listener */
    const on = (type, listener) =>
      this.#canvas.addEventListener(
        type,
        (event) => this.#hear(/** @type {PointerEvent} */ (event), listener),
        { signal },
      );
    on('pointerdown', (event) => this.#start(event));
    on('pointermove', (event) => this.#move(event));
    for (const end of /** @type {const} */ (['pointerup', 'pointercancel', 'lostpointercapture'])) {
      on(end, ({ pointerId }) => pointerId === this.#pointer?.id && this.rest());
    }
    // A menu, as after a long press, would end the stroke; iPads would take it for handwriting (Scribble).
    on('contextmenu', (event) => event.preventDefault());
    this.#canvas.addEventListener('touchmove', (event) => event.preventDefault(), { passive: false, signal });
    // The pad is no longer under the pen, as when a presentation leaves full screen. The stroke ends where it was.
    addEventListener('resize', () => this.rest(), { signal });
  }

  /** Ends the stroke. */
  rest() {
    if (!this.#pointer) return;
    this.#pointer = null;
    this.#drawing.up();
  }

  /** @param {PointerEvent} event @param {(event: PointerEvent) => void} listener */
  #hear(event, listener) {
    if (event.pointerType === 'pen') this.#penAt = event.timeStamp;
    listener(event);
  }

  /** @param {PointerEvent} event */
  #start(event) {
    const { pointerId: id, pointerType: type } = event;
    const erases = type === 'pen' && (event.buttons & (BARREL | ERASER)) !== 0;
    // On a Mac, a click with Control is one of the other button.
    if (!erases && (event.button !== 0 || (type === 'mouse' && event.ctrlKey))) return;
    if (type === 'touch' && event.timeStamp - this.#penAt < PALM) return;
    if (this.#pointer && this.#pointer.id !== id) {
      if (type !== 'pen' || this.#pointer.type === 'pen') return;
      if (this.#pointer.type === 'touch') this.#drawing.takeBack();
    }
    this.#pointer = { id, type, buttons: erases ? BARREL | ERASER : MAIN, erased: false };
    this.#drawing.down();
    this.#capture(id);
    this.#takeFocus();
    const points = this.#positions([event]);
    if (erases) this.#erase(this.#pointer, points);
    else this.#drawing.draw([...this.#drawing.strokes(), points]);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerId !== this.#pointer?.id) return;
    // Its end was missed, as when a menu of the browser or the system has taken it.
    if ((event.buttons & this.#pointer.buttons) === 0) return this.rest();
    // A browser sends one event per frame; the points in between make the line smooth.
    const events = event.getCoalescedEvents?.() ?? [];
    const points = this.#positions(events.length > 0 ? events : [event]);
    if (this.#pointer.buttons !== MAIN) return this.#erase(this.#pointer, points);
    const strokes = this.#drawing.strokes();
    const stroke = strokes[strokes.length - 1];
    const before = stroke.length;
    for (const point of points) {
      if (distance(point, stroke[stroke.length - 1]) >= NEAR) stroke.push(point);
    }
    if (stroke.length > before) this.#drawing.draw([...strokes]);
  }

  /**
   * Removes the strokes that an eraser touches.
   *
   * @param {{ erased: boolean }} eraser whether it has removed one already
   * @param {number[][]} points
   */
  #erase(eraser, points) {
    const strokes = this.#drawing.strokes();
    const left = strokes.filter((stroke) => !points.some((point) => touches(point, stroke)));
    if (left.length === strokes.length) return;
    if (eraser.erased) this.#drawing.eraseOn(left);
    else this.#drawing.draw(left);
    eraser.erased = true;
  }

  /** Receives the moves beyond the edge, too. @param {number} pointer */
  #capture(pointer) {
    try {
      this.#canvas.setPointerCapture(pointer);
    } catch {
      // After a very short touch, the pointer has already gone.
    }
  }

  /** From a field, which fingers would leave it to: keys would write there, and a tablet show its own over the page. */
  #takeFocus() {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && !activeElement.contains(this.#canvas)) activeElement.blur();
  }

  /**
   * Outside the pad, the pen follows its edge, because invisible ink must not count.
   *
   * @param {PointerEvent[]} events
   * @returns {number[][]}
   */
  #positions(events) {
    // Once for all of them: asking takes longer than all the rest.
    const { left, top, width, height } = this.#canvas.getBoundingClientRect();
    const within = (/** @type {number} */ share) => Math.min(Math.max(share, 0), 1);
    return events.map(({ clientX, clientY }) => [
      within((clientX - left) / width),
      within((clientY - top) / height),
    ]);
  }
}

/** @param {number[]} a @param {number[]} b */
const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Whether an eraser as wide as the pen, with its middle at a point, touches a stroke. @param {number[]} point @param {number[][]} stroke */
const touches = (point, stroke) =>
  stroke.some((to, i) => distanceToLine(point, stroke[Math.max(i - 1, 0)], to) < PAD.pen);
