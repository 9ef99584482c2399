import { AsyncDirective, directive } from 'lit/async-directive.js';

/**
 * A directive for a `<canvas>`: repaints it when its values or the page's colours change.
 *
 * @template {unknown[]} A
 * @param {(canvas: HTMLCanvasElement, ...shown: A) => void} paint
 */
export function canvasDirective(paint) {
  return directive(
    class extends AsyncDirective {
      /** @type {(() => void) | null} */
      #paint = null;
      /** @type {unknown[]} */
      #shown = [];
      #repaint = () => this.#paint?.();

      render(/** @type {A} */ ..._shown) {}

      /** @param {import('lit').ElementPart} part @param {A} shown */
      update(part, shown) {
        if (this.#paint && shown.every((value, i) => value === this.#shown[i])) return;
        if (!this.#paint) this.reconnected();
        this.#shown = shown;
        this.#paint = () => paint(/** @type {HTMLCanvasElement} */ (part.element), ...shown);
        this.#paint();
      }

      reconnected() {
        document.addEventListener('scheme', this.#repaint);
      }

      disconnected() {
        document.removeEventListener('scheme', this.#repaint);
      }
    },
  );
}

/**
 * Calls back when the screen's pixels become smaller or larger, because the window was moved to another screen or the
 * page was zoomed. A canvas with a pixel for each of the screen's has to be repainted then.
 *
 * @param {() => void} repaint
 * @returns {() => void} ends it
 */
export function onPixelRatio(repaint) {
  const ended = new AbortController();
  const watch = () => {
    // A range, because the ratio as text may not be the very number.
    const range = `(min-resolution: ${devicePixelRatio - 0.001}dppx) and (max-resolution: ${devicePixelRatio + 0.001}dppx)`;
    const changed = () => {
      watch();
      repaint();
    };
    matchMedia(range).addEventListener('change', changed, { once: true, signal: ended.signal });
  };
  watch();
  return () => ended.abort();
}

/** @param {HTMLCanvasElement} canvas */
export const contextOf = (canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));

/**
 * The colours that tokens stand for. To ask the browser takes milliseconds while it has something to draw.
 *
 * @type {Map<string, string> | undefined}
 */
let known;

/**
 * The current colours of tokens.css, because a canvas can use neither custom properties nor, in all browsers, the
 * system's colours.
 *
 * @param {string[]} names
 * @returns {string[]} rgb(…) for colours that tokens.css gives in numbers
 */
export function colours(...names) {
  known ??= untilScheme();
  const colours = known;
  return names.map((name) => {
    const colour = colours.get(name) ?? colourOf(name);
    colours.set(name, colour);
    return colour;
  });
}

/** @returns {Map<string, string>} empty again when the scheme changes, before anything is repainted */
function untilScheme() {
  const colours = new Map();
  addEventListener('scheme', () => colours.clear(), { capture: true });
  return colours;
}

/** @param {string} name */
function colourOf(name) {
  const probe = Object.assign(document.createElement('span'), { hidden: true });
  probe.style.setProperty('forced-color-adjust', 'none');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
