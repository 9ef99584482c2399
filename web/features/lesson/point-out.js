import { AsyncDirective, directive } from 'lit/async-directive.js';
import { scrollFor } from './scroll-for.js';

class PointOutDirective extends AsyncDirective {
  /** @type {Element | null} */
  #target = null;
  /** @type {unknown} of the last scroll */
  #occasion;

  render(
    /** @type {string} */ _selector,
    /** @type {unknown} */ _occasion,
    /** @type {string[]} */ _anchors,
  ) {}

  /**
   * @param {import('lit').ElementPart} _part
   * @param {[selector: string, occasion: unknown, anchors: string[]]} now
   */
  update(_part, [selector, occasion, anchors]) {
    // Only after the page is drawn, because the target may be new.
    queueMicrotask(() => {
      if (this.isConnected) this.#pointOut(selector, occasion, anchors);
    });
  }

  /** @param {string} selector @param {unknown} occasion @param {string[]} anchors */
  #pointOut(selector, occasion, anchors) {
    const target = document.querySelector(selector);
    if (target !== this.#target) {
      this.#target?.removeAttribute('data-pointed-out');
      target?.setAttribute('data-pointed-out', '');
      this.#target = target;
    }
    if (!target || occasion === this.#occasion) return;
    this.#occasion = occasion;
    // Smooth scrolling could still be under way when the next card opens.
    const visible = visiblePart();
    const anchor = anchors.map((each) => document.querySelector(each)).find((each) => each !== null);
    if (anchor) {
      const down = scrollFor(target.getBoundingClientRect(), anchor.getBoundingClientRect(), visible);
      scrollBy({ top: down, behavior: 'instant' });
      return;
    }
    // A target that is too tall for the window is shown from its top.
    const block = target.clientHeight > visible.bottom - visible.top ? 'start' : 'nearest';
    target.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
  }

  disconnected() {
    this.#target?.removeAttribute('data-pointed-out');
    this.#target = null;
  }
}

/** The part of the window that no docked panel covers, as the page's scroll padding says. */
function visiblePart() {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return {
    top: Number.parseFloat(scrollPaddingTop),
    bottom: innerHeight - Number.parseFloat(scrollPaddingBottom),
  };
}

/**
 * On any element: marks the first element that a selector finds, and on each new occasion scrolls it into view.
 * The element that the first matching anchor selector finds stays in view.
 */
export const pointOut = directive(PointOutDirective);
