/** What people draw who do not write: each makes another drawing, as strokes that glassbox.drawing() takes. */

import { Random } from './random.js';

/**
 * @param {number} count
 * @param {number} seed
 * @returns {number[][][][]} drawings
 */
export function scribbles(count, seed) {
  const random = new Random(seed);
  return Array.from({ length: count }, () => wandering(random));
}

/**
 * One to four strokes that wander about.
 *
 * @param {Random} random
 * @param {number} [least] points of a stroke that is alone: a short one may be a 1 or a 7
 * @returns {number[][][]}
 */
export function wandering(random, least = 5) {
  const count = 1 + Math.floor(4 * random.uniform());
  const shortest = count === 1 ? least : 5;
  const stroke = () => {
    let [x, y, direction] = [100 * random.uniform(), 100 * random.uniform(), 2 * Math.PI * random.uniform()];
    const turning = 0.2 + 1.5 * random.uniform();
    return Array.from({ length: shortest + Math.floor(60 * random.uniform()) }, () => {
      direction += (2 * random.uniform() - 1) * turning;
      x = Math.min(Math.max(x + 6 * Math.cos(direction), 0), 100);
      y = Math.min(Math.max(y + 6 * Math.sin(direction), 0), 100);
      return [x, y];
    });
  };
  return Array.from({ length: count }, stroke);
}

/**
 * The pen goes round and round, drifting.
 *
 * @param {Random} random
 */
export function loops(random) {
  const turns = 2 + 5 * random.uniform();
  const sense = random.uniform() < 0.5 ? -1 : 1;
  const [drift, fall, wide, high] = [
    60 * random.uniform() - 10,
    60 * random.uniform() - 30,
    15 + 35 * random.uniform(),
    15 + 35 * random.uniform(),
  ];
  const phases = [6.3 * random.uniform(), 6.3 * random.uniform()];
  return [
    Array.from({ length: Math.ceil(turns * 14) }, (_, i) => {
      const angle = (2 * Math.PI * i) / 14;
      const swell = 0.7 + 0.3 * Math.sin(angle * 0.37 + phases[0]);
      return [
        50 + wide * swell * Math.cos(sense * angle + phases[1]) + (drift * i) / 14,
        50 + high * swell * Math.sin(sense * angle) + (fall * i) / 14,
      ];
    }),
  ];
}

/**
 * The pen goes to and fro between two edges, close together (a blot) or wide (hatching), in one stroke or in many;
 * sometimes a second time, across.
 *
 * @param {Random} random
 * @returns {number[][][]}
 */
export function hatching(random) {
  const joined = random.chance(0.6);
  const round = random.chance(0.4);
  const layer = (/** @type {number} */ angle) => {
    const count = 4 + Math.floor(10 * random.uniform());
    const [length, width] = [random.between(30, 100), random.between(30, 100)];
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const ends = Array.from({ length: 2 * count }, (_, i) => {
      const across = (joined ? i / 2 : Math.floor(i / 2)) / count - 0.5;
      const reach = round ? Math.sqrt(Math.max(0.1, 1 - 4 * across * across)) : 1;
      const u = (i % 2 ? length : -length) * reach * random.between(0.4, 0.6);
      const v = width * across + random.between(0, 4);
      return [50 + cos * u - sin * v, 50 + sin * u + cos * v];
    });
    if (joined) return [ends];
    return Array.from({ length: count }, (_, i) => [ends[2 * i], ends[2 * i + 1]]);
  };
  const angle = Math.PI * random.uniform();
  const first = layer(angle);
  return random.chance(0.3) ? [...first, ...layer(angle + Math.PI / 2 + random.between(-0.2, 0.2))] : first;
}

/**
 * A few straight or bent lines anywhere.
 *
 * @param {Random} random
 */
export function lines(random) {
  const count = 3 + Math.floor(5 * random.uniform());
  const bent = random.uniform() < 0.4;
  return Array.from({ length: count }, () => {
    const at = () => [100 * random.uniform(), 100 * random.uniform()];
    const [a, b, c] = [at(), at(), at()];
    const middle = bent ? c : [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    return Array.from({ length: 9 }, (_, i) => {
      const t = i / 8;
      return [0, 1].map((k) => (1 - t) ** 2 * a[k] + 2 * t * (1 - t) * middle[k] + t * t * b[k]);
    });
  });
}

/**
 * A line through a few points anywhere, with corners or without.
 *
 * @param {Random} random
 */
export function tangle(random) {
  const straight = random.chance(0.4);
  // A smooth line through few points may be a digit.
  const count = (straight ? 7 : 10) + Math.floor(8 * random.uniform());
  const points = Array.from({ length: count }, () => [100 * random.uniform(), 100 * random.uniform()]);
  if (straight) return [points];
  const smooth = [];
  for (let i = 1; i + 1 < count; i++) {
    for (let t = 0; t < 1; t += 0.125) {
      smooth.push(
        [0, 1].map((k) => {
          const start = (points[i - 1][k] + points[i][k]) / 2;
          const end = (points[i][k] + points[i + 1][k]) / 2;
          return (1 - t) ** 2 * start + 2 * t * (1 - t) * points[i][k] + t * t * end;
        }),
      );
    }
  }
  return [smooth];
}

/**
 * Dots and short dashes, three or more, scattered or in a row. Fewer may be a 1.
 *
 * @param {Random} random
 */
export function dots(random) {
  const count = 3 + Math.floor(7 * random.uniform());
  const row = random.uniform() < 0.5;
  const dash = random.uniform() < 0.5 ? 0 : 4 + 14 * random.uniform();
  const slope = random.uniform() - 0.5;
  return Array.from({ length: count }, (_, i) => {
    const x = row ? (100 * i) / count : 100 * random.uniform();
    const y = row ? 50 + slope * x + 8 * random.uniform() : 100 * random.uniform();
    const angle = 2 * Math.PI * random.uniform();
    return [
      [x, y],
      [x + dash * Math.cos(angle) + 1, y + dash * Math.sin(angle) + 1],
    ];
  });
}

/**
 * Something tiny, and a dot far from it.
 *
 * @param {Random} random
 */
export function strayDot(random) {
  const [left, top, size] = [100 * random.uniform(), 100 * random.uniform(), random.between(0.05, 0.25)];
  const tiny = wandering(random).map((stroke) => stroke.map(([x, y]) => [left + size * x, top + size * y]));
  const [x, y] = [left + random.between(60, 100) * (left < 50 ? 1 : -1), 100 * random.uniform()];
  return [
    ...tiny,
    [
      [x, y],
      [x + 1, y + 1],
    ],
  ];
}
