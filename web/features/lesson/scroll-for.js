/**
 * How far to scroll to bring a target into view; 0 if all of it is visible already.
 *
 * @typedef {{ top: number, bottom: number }} Span in pixels, down
 *
 * @param {Span} target if it is too tall for the window, its top is shown
 * @param {Span} window its visible part
 * @returns {number} pixels down; below 0: up
 */
export function scrollFor(target, window) {
  if (target.top >= window.top && target.bottom <= window.bottom) return 0;
  const room = window.bottom - window.top - (target.bottom - target.top);
  // Into the middle: what is above it says what it is, and what is below it often what comes of it.
  return target.top - window.top - Math.max(room / 2, 0);
}
