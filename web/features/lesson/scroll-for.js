/**
 * @typedef {{ top: number, bottom: number }} Span in pixels, down
 */

/** @param {Span} span */
const heightOf = ({ top, bottom }) => bottom - top;

/** Whether all of a span is in the window. @param {Span} span @param {Span} window */
export const isInside = (span, window) => span.top >= window.top && span.bottom <= window.bottom;

/**
 * How far to scroll to bring a target into view; 0 if all of it is visible already.
 *
 * @param {Span[]} spans the target with what is to be seen with it; then with less, for which there may be room. If the
 *   last is too tall for the window, its top is shown.
 * @param {Span} window its visible part
 * @returns {number} pixels down; below 0: up
 */
export function scrollFor(spans, window) {
  const fits = (/** @type {Span} */ span) => heightOf(span) <= heightOf(window);
  const target = spans.find(fits) ?? spans[spans.length - 1];
  if (isInside(target, window)) return 0;
  const room = heightOf(window) - heightOf(target);
  // Into the middle: what is above it says what it is, and what is below it often what comes of it.
  return target.top - window.top - Math.max(room / 2, 0);
}
