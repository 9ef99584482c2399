/** Where in the window the pointer was last, and whether its last move brought it there from elsewhere. */
const last = { x: Number.NaN, y: Number.NaN, isElsewhere: true };

/** Whether an event is not where the last move ended, in whole pixels, as clicks are. @param {PointerEvent} event */
const isElsewhere = ({ clientX, clientY }) =>
  Math.floor(clientX) !== last.x || Math.floor(clientY) !== last.y;

/**
 * A listener for all of the document's pointermove events, before those below: also where the pointer has come to rest
 * beside all that can be pointed at, the page may move under it.
 *
 * @param {PointerEvent} event
 */
export const noteMove = (event) =>
  void Object.assign(last, {
    isElsewhere: isElsewhere(event),
    x: Math.floor(event.clientX),
    y: Math.floor(event.clientY),
  });

/**
 * A listener for pointermove. When the page moves under a resting pointer, browsers send that event, too: this is not
 * the visitor pointing at something else.
 *
 * @param {(event: PointerEvent) => void} listener
 */
export const onRealMove = (listener) => (/** @type {PointerEvent} */ event) => {
  if (last.isElsewhere) listener(event);
};

/**
 * A listener for pointerleave. Where the page has moved from under a resting mouse, it is called once the mouse moves:
 * what arrow keys point at meanwhile stays.
 *
 * @param {() => void} listener
 */
export const onLeave = (listener) => (/** @type {PointerEvent} */ event) => {
  if (isElsewhere(event) || event.pointerType !== 'mouse') return listener();
  document.addEventListener(
    'pointermove',
    function wait() {
      if (!last.isElsewhere) return;
      document.removeEventListener('pointermove', wait, { capture: true });
      listener();
    },
    { capture: true },
  );
};
