/**
 * How far to scroll to bring one thing into view, but only so far that another stays in view. Nothing is scrolled
 * if half of the wanted thing is visible already.
 *
 * @typedef {{ top: number, bottom: number }} Span in pixels, down
 *
 * @param {Span} wanted to be brought into view; if it is too high for the window, from its top
 * @param {Span} kept to stay in view
 * @param {Span} window the part where things are visible
 * @returns {number} pixels down; below 0: up
 */
export function scrollFor(wanted, kept, window) {
  const seen = Math.min(wanted.bottom, window.bottom) - Math.max(wanted.top, window.top);
  if (2 * seen >= wanted.bottom - wanted.top) return 0;
  const above = wanted.top - window.top;
  const below = wanted.bottom - window.bottom;
  if (above < 0) return Math.min(0, Math.max(above, kept.bottom - window.bottom));
  return Math.max(0, Math.min(above, below, kept.top - window.top));
}
