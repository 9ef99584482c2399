import { colours, contextOf, onPixelRatio } from '../../ui/canvas.js';
import { isShown } from '../../ui/is-shown.js';

/**
 * @typedef {import('../../app/page-state.js').Part['kind']} Kind
 *
 * @typedef {object} Line between two parts of the stage
 * @property {[Kind, number]} from
 * @property {[Kind, number]} to
 * @property {number} strength above 0: for; below: against
 */

/** Width of the strongest line, in CSS pixels. */
const WIDEST = 3;

/** What lines pass behind: words, and what can be pressed. */
const WORDS = 'h3, .caption';
const CONTROLS = '.controls, .digit-choice, button.small, select';

/**
 * Draws lines between parts of the stage. It finds the parts in its parent element: the cells of elements with
 * `data-field`, and elements with `data-output`. Where these are below the fields, as on a phone, lines to them would
 * cross all that is in between, so none are drawn.
 */
class ConnectionLines extends HTMLElement {
  #canvas = document.createElement('canvas');
  /** @type {Line[]} */
  #lines = [];
  #redraw = () => {
    // Chromium prints a canvas by its commands, and a cleared part as white paint on what lies below. An empty canvas
    // need not be cleared.
    this.#canvas.width = 0;
    this.#draw();
  };
  #observer = new ResizeObserver(this.#redraw);
  #unwatch = () => {};

  connectedCallback() {
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.append(this.#canvas);
    this.#observer.observe(this);
    document.addEventListener('scheme', this.#redraw);
    this.#unwatch = onPixelRatio(this.#redraw);
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    document.removeEventListener('scheme', this.#redraw);
    this.#unwatch();
  }

  /** @param {Line[] | null} lines null: not known yet, so that those before stay */
  set lines(lines) {
    if (!lines || (lines.length === 0 && this.#lines.length === 0)) return;
    this.#lines = lines;
    // Only after the rest of the page is drawn, because that may move the parts.
    queueMicrotask(() => this.#draw());
  }

  #draw() {
    const { width, height, left, top } = this.getBoundingClientRect();
    const scale = devicePixelRatio;
    const [columns, rows] = [Math.round(width * scale), Math.round(height * scale)];
    const context = contextOf(this.#canvas);
    const isNew = this.#canvas.width !== columns || this.#canvas.height !== rows;
    if (isNew) Object.assign(this.#canvas, { width: columns, height: rows });
    context.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
    if (!isNew) context.clearRect(left, top, width, height);
    context.lineCap = 'round';
    context.save();
    this.#spare(context);
    const [positive, negative] = colours('--positive', '--negative');
    const position = this.#positions();
    const strongest = new Map();
    const lines = this.#lines.filter(({ from, to }) => position(...to)[0] > position(...from)[0]);
    for (const { to, strength } of lines) {
      strongest.set(to[0], Math.max(strongest.get(to[0]) ?? 0, Math.abs(strength)));
    }
    for (const { from, to, strength } of lines) {
      const share = Math.abs(strength) / strongest.get(to[0]);
      const [x, y] = position(...from);
      const [endX, endY] = position(...to);
      const bend = (endX - x) / 2;
      context.globalAlpha = 0.25 + 0.65 * share;
      context.lineWidth = Math.max(WIDEST * share, 0.6);
      context.strokeStyle = strength > 0 ? positive : negative;
      context.beginPath();
      context.moveTo(x, y);
      context.bezierCurveTo(x + bend, y, endX - bend, endY, endX, endY);
      context.stroke();
    }
    context.restore();
  }

  /** Leaves words and controls out of what is drawn from now on. @param {CanvasRenderingContext2D} context */
  #spare(context) {
    const stage = /** @type {HTMLElement} */ (this.parentElement);
    const box = stage.getBoundingClientRect();
    const range = new Range();
    for (const part of stage.querySelectorAll(`${WORDS}, ${CONTROLS}`)) {
      if (!isShown(part)) continue;
      // Words take less room than their element.
      range.selectNodeContents(part);
      const { left, top, width, height } = (part.matches(WORDS) ? range : part).getBoundingClientRect();
      // Nothing is left out twice: of two boxes over each other, the path would leave out neither.
      context.beginPath();
      context.rect(box.left, box.top, box.width, box.height);
      context.rect(left, top, width, height);
      context.clip('evenodd');
    }
  }

  /** Returns a function that gives the position of a part in the viewport. */
  #positions() {
    const stage = /** @type {HTMLElement} */ (this.parentElement);
    /** @type {Map<string, { box: DOMRect, columns: number, rows: number }>} */
    const fields = new Map();
    for (const field of stage.querySelectorAll('[data-field]')) {
      const { field: kind, columns, rows } = /** @type {HTMLElement} */ (field).dataset;
      const box = field.getBoundingClientRect();
      fields.set(String(kind), { box, columns: Number(columns), rows: Number(rows) });
    }
    const outputs = Array.from(stage.querySelectorAll('[data-output]'), (output) =>
      output.getBoundingClientRect(),
    );
    return (/** @type {Kind} */ kind, /** @type {number} */ index) => {
      const field = fields.get(kind);
      if (!field) return [outputs[index].left, outputs[index].top + outputs[index].height / 2];
      const { box, columns, rows } = field;
      return [
        box.left + (((index % columns) + 0.5) / columns) * box.width,
        box.top + ((Math.floor(index / columns) + 0.5) / rows) * box.height,
      ];
    };
  }
}

customElements.define('connection-lines', ConnectionLines);
