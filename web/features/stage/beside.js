import { AsyncDirective, directive } from 'lit/async-directive.js';
import { visiblePart } from '../../ui/visible-part.js';

/** Pixels between the explanation and what is above it. */
const GAP = 16;

class BesideDirective extends AsyncDirective {
  /** @type {HTMLElement | null} */
  #element = null;
  #place = () => this.#element && place(this.#element);

  render() {}

  /** @param {import('lit').ElementPart} part */
  update(part) {
    if (!this.#element) {
      this.#element = /** @type {HTMLElement} */ (part.element);
      this.reconnected();
    }
    // Only after the rest of the page is drawn, because that may move the parts.
    queueMicrotask(this.#place);
  }

  reconnected() {
    addEventListener('scroll', this.#place, { passive: true });
    addEventListener('resize', this.#place);
  }

  disconnected() {
    removeEventListener('scroll', this.#place);
    removeEventListener('resize', this.#place);
  }
}

/** @param {HTMLElement} element the explanation */
function place(element) {
  const picked = element.parentElement?.querySelector('.flow :is(.marker, .chosen)');
  element.toggleAttribute('data-high', Boolean(picked && isCovered(element, picked)));
  // What arrow keys point at may be out of view.
  const isPinned = element.querySelector('.unpin') !== null;
  element.toggleAttribute('data-away', Boolean(picked && isPinned && !isInView(picked)));
}

/** Whether any of a part is in view. @param {Element} part */
function isInView(part) {
  const view = visiblePart();
  const { top, bottom } = part.getBoundingClientRect();
  return bottom > view.top && top < view.bottom;
}

/**
 * Whether the explanation would cover a part if it were at its place below the stage, or docked at the bottom of the
 * window if that place is out of view.
 *
 * @param {HTMLElement} element
 * @param {Element} part
 */
function isCovered(element, part) {
  const { top, bottom } = visiblePart();
  const box = part.getBoundingClientRect();
  const place = (element.previousElementSibling?.getBoundingClientRect().bottom ?? 0) + GAP;
  const low = Math.min(place, bottom - element.offsetHeight);
  if (box.bottom <= low) return false;
  // A part that is out of view cannot be covered; and where both places would cover it, the lower one stays.
  return box.top < bottom && box.top >= top + element.offsetHeight;
}

/**
 * On the explanation, below the stage: marks it by `data-high` while it is to be docked at the top of the window, since
 * it would cover at the bottom what it explains; by `data-away` while what is pinned is out of view, and it would cover
 * other things for nothing.
 */
export const beside = directive(BesideDirective);
