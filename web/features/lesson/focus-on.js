import { AsyncDirective, directive } from 'lit/async-directive.js';

class FocusOnDirective extends AsyncDirective {
  /** @type {Element | null} */
  #before = null;
  /** @type {unknown} */
  #occasion;
  /** @type {HTMLElement | null} */
  #element = null;

  render(/** @type {unknown} */ _occasion) {}

  /**
   * @param {import('lit').ElementPart} part
   * @param {[occasion: unknown]} now
   */
  update(part, [occasion]) {
    if (occasion === this.#occasion) return;
    this.#occasion = occasion;
    this.#before ??= document.activeElement;
    this.#element = /** @type {HTMLElement} */ (part.element);
    // When all is drawn: before, it is not in the page.
    queueMicrotask(() => this.#element?.focus({ preventScroll: true }));
  }

  disconnected() {
    const focused = document.activeElement;
    if (this.#element?.parentElement?.contains(focused) && this.#before instanceof HTMLElement)
      this.#before.focus({ preventScroll: true });
  }
}

/**
 * On an element with a tabindex: gives it the focus on each new occasion. When it goes, and the focus is
 * in its parent, which goes with it, the focus returns to where it was at first.
 */
export const focusOn = directive(FocusOnDirective);
