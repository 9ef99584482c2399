import { AsyncDirective, directive } from 'lit/async-directive.js';
import { scrollFor } from './scroll-for.js';

class PointOutDirective extends AsyncDirective {
  /** @type {Element | null} */
  #target = null;
  /** @type {unknown} of the last scroll */
  #occasion;

  render(/** @type {string} */ _selector, /** @type {unknown} */ _occasion, /** @type {string[]} */ _kept) {}

  /**
   * @param {import('lit').ElementPart} _part
   * @param {[selector: string, occasion: unknown, kept: string[]]} now
   */
  update(_part, [selector, occasion, kept]) {
    // Only after the page is drawn: the target may be new itself.
    queueMicrotask(() => {
      if (this.isConnected) this.#pointOut(selector, occasion, kept);
    });
  }

  /** @param {string} selector @param {unknown} occasion @param {string[]} kept */
  #pointOut(selector, occasion, kept) {
    const target = document.querySelector(selector);
    if (target !== this.#target) {
      this.#target?.removeAttribute('data-pointed-out');
      target?.setAttribute('data-pointed-out', '');
      this.#target = target;
    }
    if (!target || occasion === this.#occasion) return;
    this.#occasion = occasion;
    // Without smooth scrolling, which would still be under way when the next card opens.
    const seen = seenPart();
    const other = kept.map((each) => document.querySelector(each)).find((each) => each !== null);
    if (other) {
      const down = scrollFor(target.getBoundingClientRect(), other.getBoundingClientRect(), seen);
      scrollBy({ top: down, behavior: 'instant' });
      return;
    }
    // A target that is too high for the window is shown from its top.
    const block = target.clientHeight > seen.bottom - seen.top ? 'start' : 'nearest';
    target.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
  }

  disconnected() {
    this.#target?.removeAttribute('data-pointed-out');
    this.#target = null;
  }
}

/** The part of the window that no docked panel covers, by the scroll padding of the page. */
function seenPart() {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return {
    top: Number.parseFloat(scrollPaddingTop),
    bottom: innerHeight - Number.parseFloat(scrollPaddingBottom),
  };
}

/**
 * On any element: marks the first element that a selector finds, and on each new occasion scrolls it into view.
 * The first of the kept selectors that finds something stays in view.
 */
export const pointOut = directive(PointOutDirective);
