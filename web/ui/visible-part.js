/**
 * The part of the window that nothing docked at its edges covers, as the page's scroll padding says.
 *
 * @returns {{ top: number, bottom: number }} in pixels, down
 */
export function visiblePart() {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return {
    top: Number.parseFloat(scrollPaddingTop) || 0,
    bottom: innerHeight - (Number.parseFloat(scrollPaddingBottom) || 0),
  };
}
