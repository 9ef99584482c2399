/**
 * Keeps something from happening too often. It is plain data, so that the page's state can hold it.
 *
 * @typedef {object} Throttle
 * @property {number} opensAt when it may happen again, as a time of performance.now()
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
 * Whether it is open. If so, it is closed.
 *
 * @param {Throttle} throttle
 * @param {number} milliseconds
 */
export function passes(throttle, milliseconds) {
  const open = isOpen(throttle);
  if (open) close(throttle, milliseconds);
  return open;
}
