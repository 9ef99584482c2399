/**
 * Limits how often something happens. It is plain data, so that it can be part of the page's state.
 *
 * @typedef {object} Throttle
 * @property {number} opensAt the time, as of performance.now(), from which it may happen again
 */

/** @returns {Throttle} open at once */
export const newThrottle = () => ({ opensAt: Number.NEGATIVE_INFINITY });

/** @param {number} milliseconds from now @returns {Throttle} */
export const closedFor = (milliseconds) => ({ opensAt: performance.now() + milliseconds });

/** @param {Throttle} throttle */
export const isOpen = ({ opensAt }) => performance.now() >= opensAt;

/** @param {Throttle} throttle @param {number} milliseconds from now until it opens */
export function close(throttle, milliseconds) {
  throttle.opensAt = performance.now() + milliseconds;
}

/**
 * Whether it is open. If it is, closes it.
 *
 * @param {Throttle} throttle
 * @param {number} milliseconds
 */
export function passes(throttle, milliseconds) {
  const open = isOpen(throttle);
  if (open) close(throttle, milliseconds);
  return open;
}
