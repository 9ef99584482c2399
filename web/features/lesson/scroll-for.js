/**
 * How far to scroll to bring a target into view while an anchor stays in view; 0 if half of the target is visible
 * already.
 *
 * @typedef {{ top: number, bottom: number }} Span in pixels, down
 *
 * @param {Span} target if it is too tall for the window, its top is shown
 * @param {Span} anchor
 * @param {Span} window its visible part
 * @returns {number} pixels down; below 0: up
 */
export function scrollFor(target, anchor, window) {
  const visible = Math.min(target.bottom, window.bottom) - Math.max(target.top, window.top);
  if (2 * visible >= target.bottom - target.top) return 0;
  const above = target.top - window.top;
  const below = target.bottom - window.bottom;
  if (above < 0) return Math.min(0, Math.max(above, anchor.bottom - window.bottom));
  return Math.max(0, Math.min(above, below, anchor.top - window.top));
}
