import { DIGITS } from '../../shared/shape.js';

/**
 * The digit that is asked for: in every ten, each digit once, in an order that looks random and is always the same.
 *
 * @param {number} index how many have been asked for before
 */
export function askedDigit(index) {
  const ten = Math.floor(index / DIGITS);
  const order = shuffled(ten);
  // Twice the same would make people wonder whether the last drawing was taken. The last of a ten is never moved.
  if (ten > 0 && order[0] === shuffled(ten - 1)[DIGITS - 1]) [order[0], order[1]] = [order[1], order[0]];
  return order[index % DIGITS];
}

/** The ten digits, shuffled (Fisher and Yates). @param {number} seed */
function shuffled(seed) {
  const random = generator(seed);
  const digits = Array.from({ length: DIGITS }, (_, digit) => digit);
  for (let i = DIGITS - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [digits[i], digits[other]] = [digits[other], digits[i]];
  }
  return digits;
}

/** Numbers from 0 to 1, by mulberry32 of Tommy Ettinger. @param {number} seed */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
