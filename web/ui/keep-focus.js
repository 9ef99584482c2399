import { isShown } from './is-shown.js';

/**
 * Draws the page. If that removes what has the focus, the nearest element around it that is still shown gets the
 * focus. Otherwise nothing would have it, and a screen reader would go on at the top of the page.
 *
 * @param {() => void} draw
 */
export function keepFocus(draw) {
  /** @type {HTMLElement[]} */
  const around = [];
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  for (let each = focused; each; each = each.parentElement) around.push(each);
  draw();
  // What is removed may have given the focus back itself.
  if (!focused || focused.isConnected || document.activeElement !== document.body) return;
  const part = /** @type {HTMLElement} */ (around.find((each) => each.isConnected && isShown(each)));
  if (!part.hasAttribute('tabindex')) {
    part.tabIndex = -1;
    part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true });
  }
  part.focus({ preventScroll: true });
}
