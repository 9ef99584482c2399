/** Where the pointer was last, in whole pixels of the window, as clicks are. */
const last = { x: Number.NaN, y: Number.NaN };

/** Whether the pointer is elsewhere than before. @param {PointerEvent} event */
function hasMoved({ clientX, clientY }) {
  const [x, y] = [Math.floor(clientX), Math.floor(clientY)];
  const isElsewhere = x !== last.x || y !== last.y;
  Object.assign(last, { x, y });
  return isElsewhere;
}

/**
 * A listener for pointermove. When the page moves under a resting pointer, browsers send that event, too: this is not
 * the visitor pointing at something else.
 *
 * @param {(event: PointerEvent) => void} listener
 */
export const onRealMove = (listener) => (/** @type {PointerEvent} */ event) => {
  if (hasMoved(event)) listener(event);
};

/**
 * A listener for pointerleave. Where the page has moved from under a resting mouse, it is called once the mouse moves:
 * what arrow keys point at meanwhile stays.
 *
 * @param {() => void} listener
 */
export const onLeave = (listener) => (/** @type {PointerEvent} */ event) => {
  if (hasMoved(event) || event.pointerType !== 'mouse') listener();
  else document.addEventListener('pointermove', () => listener(), { once: true, capture: true });
};
