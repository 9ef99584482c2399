import { digits } from './digits.js';
import { skeletonsOf } from './material.js';
import { write } from './pen.js';

const DIGITS = digits.flatMap((_, label) => skeletonsOf(label, false));

const COUNTS = [
  { count: 2, weight: 12 },
  { count: 3, weight: 5 },
  { count: 4, weight: 2 },
];

/**
 * Two to four digits side by side, as somebody draws a whole number: in one drawing they are no digit.
 *
 * @param {import('./random.js').Random} random
 * @returns {number[][][]}
 */
export function severalDigits(random) {
  const { count } = random.choose(COUNTS);
  const width = random.between(0.35, 0.75);
  const gap = random.between(8, 33);
  let left = 0;
  return Array.from({ length: count }, () => {
    const digit = write(random.choose(DIGITS), random);
    const xs = digit.flat().map(([x]) => x);
    const [start, fall, height] = [Math.min(...xs), random.between(-8, 8), random.between(0.8, 1.1)];
    const placed = digit.map((stroke) =>
      stroke.map(([x, y]) => [left + width * (x - start), fall + height * y]),
    );
    left += width * (Math.max(...xs) - start) + gap;
    return placed;
  }).flat();
}
