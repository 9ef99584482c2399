import { AsyncDirective, directive } from 'lit/async-directive.js';

class PointOutDirective extends AsyncDirective {
  /** @type {Element | null} */
  #target = null;
  /** @type {unknown} of the last scroll */
  #occasion;

  render(/** @type {string} */ _selector, /** @type {unknown} */ _occasion) {}

  /**
   * @param {import('lit').ElementPart} part
   * @param {[selector: string, occasion: unknown]} now
   */
  update(part, [selector, occasion]) {
    // When all is drawn: what is pointed out may be new itself.
    queueMicrotask(() => {
      if (this.isConnected) this.#pointOut(selector, occasion, part.element);
    });
  }

  /** @param {string} selector @param {unknown} occasion @param {Element} panel */
  #pointOut(selector, occasion, panel) {
    const target = document.querySelector(selector);
    if (target !== this.#target) {
      this.#target?.removeAttribute('data-pointed-out');
      target?.setAttribute('data-pointed-out', '');
      this.#target = target;
    }
    if (!target || occasion === this.#occasion) return;
    this.#occasion = occasion;
    bringIntoView(target, panel.getBoundingClientRect().top);
  }

  disconnected() {
    this.#target?.removeAttribute('data-pointed-out');
    this.#target = null;
  }
}

/** @param {Element} target @param {number} free height of the window that is not covered */
function bringIntoView(target, free) {
  const { top, bottom, height } = target.getBoundingClientRect();
  if (top >= 0 && bottom <= free) return;
  // At once: a glide would go on when the next card has come. The page's scroll padding keeps the target
  // clear of what is docked.
  target.scrollIntoView({
    block: height > free ? 'start' : 'center',
    inline: 'nearest',
    behavior: 'instant',
  });
}

/**
 * On what is docked at the bottom of the window: marks the element that a selector finds, and on each new
 * occasion brings it into view above.
 */
export const pointOut = directive(PointOutDirective);
