import { write } from './pen.js';

/**
 * Digits in their plainest forms: two or more of them in one drawing are no digit.
 *
 * @type {import('./pen.js').Skeleton[]}
 */
const DIGITS = [
  ['55,0 15,20 10,70 45,100 85,75 85,25 55,0'],
  ['50,0 48,100'],
  ['10,25 45,0 80,25 55,60 10,98^ 90,98'],
  ['12,12 55,0 80,25 40,46^ 85,70 50,100 10,85'],
  ['60,0 10,65^ 90,65', '65,35 62,100'],
  ['85,0 25,0^ 18,42^ 60,38 85,68 50,100 10,88'],
  ['70,0 30,35 12,75 45,100 82,75 50,50 15,72'],
  ['10,2 90,2^ 40,100'],
  ['78,15 40,0 25,25 75,70 50,100 20,75 75,25 78,15'],
  ['80,25 40,0 15,30 45,52 80,25^ 72,100'],
].map((strokes) => ({ strokes }));

const COUNTS = [
  { count: 2, weight: 12 },
  { count: 3, weight: 5 },
  { count: 4, weight: 2 },
];

/**
 * Two to four digits side by side, as somebody draws a whole number.
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
