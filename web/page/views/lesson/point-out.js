import { AsyncDirective, directive } from 'lit/async-directive.js';

class PointOutDirective extends AsyncDirective {
  /** @type {Element | null} */
  #target = null;
  /** @type {unknown} of the last scroll */
  #occasion;

  render(/** @type {string} */ _selector, /** @type {unknown} */ _occasion) {}

  /**
   * @param {import('lit').ElementPart} _part
   * @param {[selector: string, occasion: unknown]} now
   */
  update(_part, [selector, occasion]) {
    // When all is drawn: what is pointed out may be new itself.
    queueMicrotask(() => {
      if (this.isConnected) this.#pointOut(selector, occasion);
    });
  }

  /** @param {string} selector @param {unknown} occasion */
  #pointOut(selector, occasion) {
    const target = document.querySelector(selector);
    if (target !== this.#target) {
      this.#target?.removeAttribute('data-pointed-out');
      target?.setAttribute('data-pointed-out', '');
      this.#target = target;
    }
    if (!target || occasion === this.#occasion) return;
    this.#occasion = occasion;
    // What is high is seen from its top on. At once: a glide would go on when the next card has come. The
    // page's scroll padding keeps the target clear of what is docked.
    const block = target.clientHeight > innerHeight / 2 ? 'start' : 'nearest';
    target.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
  }

  disconnected() {
    this.#target?.removeAttribute('data-pointed-out');
    this.#target = null;
  }
}

/** On any element: marks the first element that a selector finds, and on each new occasion brings it into view. */
export const pointOut = directive(PointOutDirective);
