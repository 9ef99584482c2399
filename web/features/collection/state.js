/**
 * Digits that a class has drawn.
 *
 * @typedef {object} Drawing
 * @property {string} id its own on this machine
 * @property {number} label 0 to 9
 * @property {string} from who drew it; '': not said
 * @property {number[][][]} strokes points [x, y] in 0..1, y down
 *
 * @typedef {object} Collection
 * @property {Drawing[]} drawings in the order in which they were drawn
 * @property {number[][][]} strokes on the pad
 * @property {string} from who draws now
 * @property {string | null} chosen the id of the drawing that is looked at; null: none
 * @property {Drawing[]} deleted by the last deletion, to be brought back
 * @property {string} said what has been done last, or what went wrong
 * @property {boolean} isStored whether this browser stores them
 */

/** @returns {Collection} */
export const initialCollection = () => ({
  drawings: [],
  strokes: [],
  from: '',
  chosen: null,
  deleted: [],
  said: '',
  isStored: true,
});

const DIGITS = 10;

/**
 * The digit that is asked for next: of ten in a row, each comes once, in another order each time.
 *
 * @param {number} count of those that have been drawn
 */
export function askedDigit(count) {
  const digits = Array.from({ length: DIGITS }, (_, digit) => digit);
  // A small generator of whole numbers, seeded by the round.
  let state = (Math.floor(count / DIGITS) + 1) * 2654435761;
  for (let left = DIGITS; left > 1; left--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * left);
    [digits[left - 1], digits[other]] = [digits[other], digits[left - 1]];
  }
  return digits[count % DIGITS];
}
