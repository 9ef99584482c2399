/**
 * How far to scroll to see something, and not lose sight of something else: no further than that this stays
 * where it can be seen, and not at all where half of what is to be seen can be seen already.
 *
 * @typedef {{ top: number, bottom: number }} Span in pixels, down
 *
 * @param {Span} wanted to be seen; what is too high for the window, from its top on
 * @param {Span} kept not to be lost sight of
 * @param {Span} window where things can be seen
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
