import { msg, str } from '@lit/localize';
import { PAD } from '../shared/pad.js';
import { SIDE } from '../shared/shape.js';
import { pixelName, whole } from './format.js';
import { keysHelp, position, press, RESTING } from './keyboard-pen.js';

/** Milliseconds that the pen must rest before its position is announced, so that not every cell is. */
const REST = 600;

/**
 * Drawing by keyboard while the pad has the focus: handles keys, shows the pen and a help text, and announces changes
 * to screen readers.
 */
export class PadKeys {
  #pad;
  #drawing;
  #pen = RESTING;
  #ring = document.createElement('span');
  #help = document.createElement('p');
  #told = document.createElement('span');
  #later = 0;

  /**
   * @param {HTMLElement} pad
   * @param {{ strokes: () => number[][][], draw: (strokes: number[][][]) => void }} drawing points [x, y] in
   *   0..1 of the pad's side
   */
  constructor(pad, drawing) {
    this.#pad = pad;
    this.#drawing = drawing;
  }

  /**
   * To be called when the pad is connected, after it has added its own parts.
   *
   * @param {import('./drawing-pad.js').PadNames} names
   */
  connect(names) {
    // With this role, screen readers pass on all keys, even the arrows.
    this.#pad.setAttribute('role', 'application');
    this.#pad.tabIndex = 0;
    this.#ring.className = 'ring';
    this.#ring.style.width = `${100 * PAD.pen}%`;
    this.#help.className = 'keys';
    this.name(names);
    this.#told.className = 'visually-hidden';
    this.#told.setAttribute('aria-live', 'polite');
    this.#pad.append(this.#ring, this.#help, this.#told);
    this.rest();
    this.#pad.addEventListener('keydown', (event) => this.#press(event));
    this.#pad.addEventListener('focus', () => {
      if (this.#pad.matches(':focus-visible')) this.#show({ help: true });
    });
    this.#pad.addEventListener('blur', () => this.rest());
  }

  /**
   * Names the pad in the language of the page.
   *
   * @param {import('./drawing-pad.js').PadNames} names
   */
  name({ id, keys }) {
    this.#pad.setAttribute('aria-label', keys);
    this.#pad.setAttribute('aria-describedby', id);
    this.#help.id = id;
    this.#help.textContent = keysHelp();
  }

  /** Lifts the pen and hides it. */
  rest() {
    this.#pen = { ...this.#pen, down: false };
    this.#ring.hidden = true;
    this.#help.hidden = true;
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const before = { pen: this.#pen, strokes: this.#drawing.strokes() };
    const after = press(before.pen, before.strokes, event.key, event.shiftKey);
    if (!after) return;
    event.preventDefault();
    this.#pen = after.pen;
    if (after.strokes !== before.strokes) this.#drawing.draw(after.strokes);
    this.#show({ help: !this.#help.hidden && !after.pen.down });
    const cell = pixelName(after.pen.row * SIDE + after.pen.column);
    if (event.key === 'Backspace') this.#tell(msg(str`Strokes left: ${whole(after.strokes.length)}`));
    else if (after.pen.down !== before.pen.down)
      this.#tell(after.pen.down ? msg(str`Pen down, ${cell}`) : msg(str`Pen up, ${cell}`));
    else this.#tellAtRest(msg(str`At ${cell}`));
  }

  /**
   * Shows the pen and, if asked to, the help.
   *
   * @param {{ help: boolean }} what
   */
  #show({ help }) {
    const [left, top] = position(this.#pen).map((share) => `${100 * share}%`);
    Object.assign(this.#ring.style, { left, top });
    this.#ring.classList.toggle('down', this.#pen.down);
    this.#ring.hidden = false;
    this.#help.hidden = !help;
  }

  /**
   * Announces a text at once, instead of a later announcement.
   *
   * @param {string} what
   */
  #tell(what) {
    clearTimeout(this.#later);
    this.#told.textContent = what;
  }

  /** @param {string} what */
  #tellAtRest(what) {
    clearTimeout(this.#later);
    this.#later = window.setTimeout(() => this.#tell(what), REST);
  }
}
