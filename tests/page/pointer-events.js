// Pointer events that are made in the page: drivers have no pens, and no two fingers.

/** @typedef {import('../browser/page.js').Page} Page */
/**
 * later: by how many milliseconds; places: those since the event before, if there are several
 *
 * @typedef {PointerEventInit & { later?: number, places?: number[][] }} Init
 */
/** @typedef {[type: string, x: number, y: number, init?: Init]} Told */

/** The main button, pressed and then held. */
export const MAIN = { button: 0, buttons: 1 };
export const HELD = { button: -1, buttons: 1 };

export const FINGER = { pointerType: 'touch', pointerId: 71 };
export const OTHER = { pointerType: 'touch', pointerId: 72 };
export const MOUSE = { pointerType: 'mouse', pointerId: 1 };
export const PEN = { pointerType: 'pen', pointerId: 73 };

/** @param {Init} pointer @param {number} y @returns {Told[]} the first two moves of a stroke to the right */
export const stroke = (pointer, y) => [
  ['pointerdown', 0.2, y, { ...pointer, ...MAIN }],
  ['pointermove', 0.4, y, { ...pointer, ...HELD }],
];

/**
 * Clears the pad and tells it events. A place is in 0..1 of its side.
 *
 * @param {Page} page
 * @param {Told[]} events
 * @returns {Promise<number[][][]>} the drawing after them, to two decimals
 */
export async function tell(page, events) {
  const strokes = await page.evaluate((events) => {
    const pad = /** @type {HTMLElement & { strokes: number[][][] }} */ (
      document.querySelector('drawing-pad')
    );
    const canvas = /** @type {HTMLElement} */ (pad.querySelector('canvas'));
    pad.strokes = [];
    /** @type {number[][][]} */
    let strokes = [];
    const take = (/** @type {Event} */ event) => {
      strokes = /** @type {CustomEvent} */ (event).detail;
    };
    pad.addEventListener('strokes', take);
    const { left, top, width } = canvas.getBoundingClientRect();
    for (const [type, x, y, init] of events) {
      const at = (/** @type {number[]} */ [x, y]) => {
        const place = { clientX: left + x * width, clientY: top + y * width };
        return new PointerEvent(type, { bubbles: true, cancelable: true, ...place, ...init });
      };
      const event = at([x, y]);
      const timeStamp = event.timeStamp + (init?.later ?? 0);
      Object.defineProperty(event, 'timeStamp', { value: timeStamp });
      const coalesced = (init?.places ?? []).map(at);
      canvas.dispatchEvent(Object.defineProperty(event, 'getCoalescedEvents', { value: () => coalesced }));
    }
    pad.removeEventListener('strokes', take);
    return strokes;
  }, events);
  return strokes.map((stroke) => stroke.map((point) => point.map((share) => Math.round(100 * share) / 100)));
}

/** @param {number} y @param {number} to */
export const line = (y, to = 0.4) => [
  [0.2, y],
  [to, y],
];
