/** Where each arrow points, y down. @type {Record<string, [x: number, y: number]>} */
export const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Moves the focus to the nearest button of an element in the direction of an arrow key, so that Tab does not have to
 * stop at every button.
 *
 * @param {KeyboardEvent} event on that element
 */
export function arrowKeys(event) {
  const direction = ARROWS[event.key];
  const from = /** @type {HTMLElement} */ (event.target).closest('button');
  if (!direction || !from) return;
  const here = centre(from);
  let nearest = null;
  let least = Number.POSITIVE_INFINITY;
  for (const button of /** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('button')) {
    const [x, y] = centre(button).map((at, axis) => at - here[axis]);
    const ahead = x * direction[0] + y * direction[1];
    const aside = Math.abs(x * direction[1] + y * direction[0]);
    // Prefers buttons in the same row or column.
    const distance = ahead + 100 * aside;
    if (ahead > 1 && distance < least) [nearest, least] = [button, distance];
  }
  nearest?.focus();
  event.preventDefault();
  event.stopPropagation();
}

/** @param {Element} element */
function centre(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}
