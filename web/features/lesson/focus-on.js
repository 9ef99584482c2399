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
    // Only after the page is drawn: before that, the element is not in it.
    queueMicrotask(() => this.#element?.focus({ preventScroll: true }));
  }

  disconnected() {
    const focused = document.activeElement;
    if (this.#element?.closest('section')?.contains(focused) && this.#before instanceof HTMLElement)
      this.#before.focus({ preventScroll: true });
  }
}

/**
 * On an element with a tabindex: gives it the focus on each new occasion. If the element is removed while the focus
 * is inside its section, the focus returns to the element that had it at first.
 */
export const focusOn = directive(FocusOnDirective);
