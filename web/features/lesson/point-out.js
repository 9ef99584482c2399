import { AsyncDirective, directive } from 'lit/async-directive.js';
import { visiblePart } from '../../ui/visible-part.js';
import { isInside, scrollFor } from './scroll-for.js';

/** Frames in which a page that has been turned takes its new size: half a second. */
const SETTLING = 30;

const FOCUSABLE = 'button, input, select, [tabindex="0"]';

class PointOutDirective extends AsyncDirective {
  /** @type {HTMLElement | null} */
  #panel = null;
  /** @type {Element | null} */
  #target = null;
  /** @type {unknown} of the last scroll */
  #occasion;
  #shown = 0;
  #width = 0;
  #observer = new ResizeObserver(() => this.#keepInView());

  render(/** @type {string} */ _selector, /** @type {unknown} */ _occasion, /** @type {number} */ _shown) {}

  /**
   * @param {import('lit').ElementPart} part
   * @param {[selector: string, occasion: unknown, shown: number]} now
   */
  update(part, [selector, occasion, shown]) {
    if (!this.#panel) {
      this.#panel = /** @type {HTMLElement} */ (part.element);
      this.#observer.observe(this.#panel);
    }
    // Only after the page is drawn, because the target may be new.
    queueMicrotask(() => {
      if (this.isConnected) this.#pointOut(selector, occasion, shown);
    });
  }

  /** @param {string} selector @param {unknown} occasion @param {number} shown */
  #pointOut(selector, occasion, shown) {
    const target = document.querySelector(selector);
    if (target !== this.#target) {
      this.#target?.removeAttribute('data-pointed-out');
      target?.setAttribute('data-pointed-out', '');
      this.#target = target;
    }
    if (!target || occasion === this.#occasion) return;
    this.#occasion = occasion;
    this.#measure();
    this.#bring();
    if (shown > this.#shown) focusable(target)?.focus({ preventScroll: true });
    this.#shown = shown;
  }

  /** Tells the page how much of the window the panel covers. */
  #measure() {
    const { offsetHeight = 0, offsetWidth = 0 } = this.#panel ?? {};
    this.#width = offsetWidth;
    document.documentElement.style.setProperty('--docked-below', `${offsetHeight}px`);
  }

  #bring() {
    // Smooth scrolling could still be under way when the next card opens.
    if (this.#target) scrollBy({ top: scrollFor(spansOf(this.#target), visiblePart()), behavior: 'instant' });
  }

  #isInView() {
    return Boolean(this.#target && isInside(this.#target.getBoundingClientRect(), visiblePart()));
  }

  /** When the panel has grown, or the screen was turned. Where the visitor has scrolled away, nothing is brought back. */
  #keepInView() {
    const wasInView = this.#isInView();
    const isTurned = this.#panel?.offsetWidth !== this.#width;
    this.#measure();
    if (isTurned || (wasInView && !this.#isInView())) this.#bring();
    if (isTurned) this.#bringFor(SETTLING);
  }

  /** Other parts of the page that take a new size after the panel may move the target once more. @param {number} frames */
  #bringFor(frames) {
    if (frames === 0) return;
    requestAnimationFrame(() => {
      if (!this.isConnected) return;
      this.#bring();
      this.#bringFor(frames - 1);
    });
  }

  disconnected() {
    this.#observer.disconnect();
    this.#target?.removeAttribute('data-pointed-out');
    this.#target = null;
    this.#panel = null;
    document.documentElement.style.removeProperty('--docked-below');
  }
}

/**
 * A target with what is to be seen with it, as its scroll margins say: its heading above, and below it the place of the
 * explanation of what is picked in it; then only with its caption or control, which is below the heading; then without.
 *
 * @param {Element} target
 */
function spansOf(target) {
  const { top, bottom } = target.getBoundingClientRect();
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(target);
  const end = bottom + Number.parseFloat(scrollMarginBottom);
  const first = top - Number.parseFloat(scrollMarginTop);
  const caption = target.previousElementSibling ?? target.parentElement?.previousElementSibling;
  const second = caption ? Math.max(first, caption.getBoundingClientRect().top) : top;
  return [first, second, top].map((top) => ({ top, bottom: end }));
}

/** What in a target can have the focus. @param {Element} target @returns {HTMLElement | null} */
const focusable = (target) =>
  target.matches(FOCUSABLE) ? /** @type {HTMLElement} */ (target) : target.querySelector(FOCUSABLE);

/**
 * On a panel at the bottom of the window: marks the first element that a selector finds, keeps it in view beside the
 * panel, scrolls to it on each new occasion, and gives it the focus when `shown` has gone up.
 */
export const pointOut = directive(PointOutDirective);
