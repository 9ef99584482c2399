// A pen in a hand: makes a drawing of a skeleton, another one each time.
//
// A skeleton says what the pen does, in a box of 100 x 100 with y down: each stroke is a text of points,
// "50,0 20,50^ 80,50", that the pen passes through in a smooth curve. ^ after a point makes it a corner. A
// stroke of one point is a dot.

/** @typedef {import('./random.js').Random} Random */
/** @typedef {number[]} Point x, y */

/**
 * @typedef {object} Skeleton
 * @property {string[]} strokes
 * @property {number} [weight] how often it is written beside others of its kind; default: 1
 *
 * @typedef {object} Knot
 * @property {number} x
 * @property {number} y
 * @property {boolean} corner
 *
 * @typedef {object} Hand how one person writes one sign
 * @property {number} mess 0 neat, 1 careless
 * @property {number} rounding how far corners are cut, in units of the box
 * @property {number} step between two points that the tablet reports
 * @property {(point: Point) => Point} bend slant, proportions and the like
 */

/** The units at which a curve is followed before the tablet samples it. */
const FINE = 1.5;

/**
 * @param {string} stroke "x,y x,y^ ..."
 * @returns {Knot[]}
 * @throws {SyntaxError} naming what is no point
 */
export function parse(stroke) {
  return stroke.split(' ').map((word) => {
    const match = /^(-?[\d.]+),(-?[\d.]+)(\^?)$/.exec(word);
    if (!match)
      throw new SyntaxError(`a stroke is points "x,y" with single spaces between them, not "${word}"`);
    return { x: Number(match[1]), y: Number(match[2]), corner: match[3] === '^' };
  });
}

/**
 * @param {Skeleton} skeleton
 * @param {Random} random
 * @returns {Point[][]} strokes as glassbox.drawing() takes them, about 100 units high
 */
export function write({ strokes }, random) {
  const hand = anyHand(random);
  return strokes.map((text, index) => {
    const knots = jittered(parse(text), hand, random);
    const placed = index === 0 ? knots : shifted(knots, hand, random);
    const path = ended(curve(placed), hand, random);
    return sampled(wobbled(rounded(path, hand.rounding), hand, random), hand, random).map(hand.bend);
  });
}

/** @param {Random} random @returns {Hand} */
function anyHand(random) {
  const mess = random.uniform();
  return {
    mess,
    rounding: random.chance(0.5) ? random.between(0, 2) : random.between(2, 7),
    // Most tablets report every few units; some, and quick hands, only a dozen points a digit.
    step: random.chance(0.75) ? random.between(1.5, 5) : random.between(5, 14),
    bend: anyBend(random),
  };
}

/** What is done to the whole sign: parts of it grow, then all is stretched, slanted and turned. @param {Random} random */
function anyBend(random) {
  const middle = random.normal(0.09);
  const centre = random.normal(0.07);
  const taper = random.normal(0.15);
  const bow = random.normal(0.06);
  const width = Math.max(0.45, 1 + random.normal(0.22));
  const slant = random.normal(0.22, 0.08);
  const turn = random.normal(0.09);
  /** @param {Point} point @returns {Point} */
  return ([px, py]) => {
    // -1 to 1 inside the box
    let [x, y] = [px / 50 - 1, py / 50 - 1];
    const [free, upright] = [1 - Math.min(1, x * x), 1 - Math.min(1, y * y)];
    x = (x + centre * free) * (1 + taper * y) + bow * upright;
    y += middle * upright;
    x = x * width - slant * y;
    return [50 * (1 + x - turn * y), 50 * (1 + y + turn * x)];
  };
}

/** @param {Knot[]} knots @param {Hand} hand @param {Random} random */
function jittered(knots, { mess }, random) {
  const deviation = 1 + 3.5 * mess;
  return knots.map(({ x, y, corner }) => ({
    x: x + random.normal(deviation),
    y: y + random.normal(deviation),
    corner,
  }));
}

/** A stroke after the first is put down a little off. @param {Knot[]} knots @param {Hand} hand @param {Random} random */
function shifted(knots, { mess }, random) {
  const [dx, dy] = [random.normal(2 + 3 * mess), random.normal(2 + 3 * mess)];
  const scale = 1 + random.normal(0.05 + 0.15 * mess);
  const [cx, cy] = [knots[0].x + knots[knots.length - 1].x, knots[0].y + knots[knots.length - 1].y];
  return knots.map(({ x, y, corner }) => ({
    x: cx / 2 + dx + (x - cx / 2) * scale,
    y: cy / 2 + dy + (y - cy / 2) * scale,
    corner,
  }));
}

/**
 * The curve through the knots: a centripetal Catmull-Rom spline from corner to corner, which neither loops nor
 * overshoots between knots that lie close together.
 *
 * @param {Knot[]} knots
 * @returns {Point[]} about FINE apart
 */
function curve(knots) {
  /** @type {Point[]} */
  const path = [[knots[0].x, knots[0].y]];
  for (let i = 0; i + 1 < knots.length; i++) {
    const [from, to] = [knots[i], knots[i + 1]];
    const before = i === 0 || from.corner ? beyond(to, from) : knots[i - 1];
    const after = i + 2 === knots.length || to.corner ? beyond(from, to) : knots[i + 2];
    const pieces = Math.max(1, Math.round(distance(from, to) / FINE));
    for (let piece = 1; piece <= pieces; piece++) path.push(between(before, from, to, after, piece / pieces));
  }
  return path;
}

/** As far again. @param {Knot} from @param {Knot} to */
const beyond = (from, to) => ({ x: 2 * to.x - from.x, y: 2 * to.y - from.y });

/** @param {{ x: number, y: number }} a @param {{ x: number, y: number }} b */
const distance = (a, b) => Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2);

/**
 * A point of the spline between b and c (Barry and Goldman's way).
 *
 * @param {{ x: number, y: number }} a
 * @param {{ x: number, y: number }} b
 * @param {{ x: number, y: number }} c
 * @param {{ x: number, y: number }} d
 * @param {number} part 0 at b, 1 at c
 * @returns {Point}
 */
function between(a, b, c, d, part) {
  // Knots on the same spot would divide by zero.
  const gap = (/** @type {typeof a} */ p, /** @type {typeof a} */ q) => Math.sqrt(distance(p, q)) || 0.1;
  const tb = gap(a, b);
  const tc = tb + gap(b, c);
  const td = tc + gap(c, d);
  const t = tb + (tc - tb) * part;
  return /** @type {const} */ (['x', 'y']).map((axis) => {
    const mix = (
      /** @type {number} */ p,
      /** @type {number} */ q,
      /** @type {number} */ from,
      /** @type {number} */ to,
    ) => (p * (to - t) + q * (t - from)) / (to - from);
    const ab = mix(a[axis], b[axis], 0, tb);
    const bc = mix(b[axis], c[axis], tb, tc);
    const cd = mix(c[axis], d[axis], tc, td);
    return mix(mix(ab, bc, 0, tc), mix(bc, cd, tb, td), tb, tc);
  });
}

/**
 * The pen comes down early or late and lifts early or late; now and then that leaves a hook.
 *
 * @param {Point[]} path
 * @param {Hand} hand
 * @param {Random} random
 */
function ended(path, { mess }, random) {
  let made = path;
  for (const _end of ['start', 'end']) {
    made = [...made].reverse();
    // A short stroke stays: a dot, or a serif that would vanish.
    if (made.length < 8) continue;
    const extra = random.normal(2 + 3 * mess);
    if (extra < 0) made = made.slice(0, Math.max(7, made.length + Math.round(extra / FINE)));
    const [last, earlier] = [made[made.length - 1], made[made.length - 5]];
    const length = Math.sqrt((last[0] - earlier[0]) ** 2 + (last[1] - earlier[1]) ** 2) || 1;
    const [ux, uy] = [(last[0] - earlier[0]) / length, (last[1] - earlier[1]) / length];
    if (extra > 0) made = [...made, [last[0] + extra * ux, last[1] + extra * uy]];
    if (random.chance(0.1 * mess)) {
      const [back, aside] = [random.between(-8, 0), random.between(-8, 8)];
      const [x, y] = made[made.length - 1];
      made = [...made, [x + back * ux - aside * uy, y + back * uy + aside * ux]];
    }
  }
  return made;
}

/** Cuts corners: each point becomes the mean of those around it. @param {Point[]} path @param {number} rounding */
function rounded(path, rounding) {
  const most = Math.round(rounding / FINE);
  return path.map((_, i) => {
    const reach = Math.min(most, i, path.length - 1 - i);
    const around = path.slice(i - reach, i + reach + 1);
    return [0, 1].map((axis) => around.reduce((sum, point) => sum + point[axis], 0) / around.length);
  });
}

/** The hand's own unsteadiness, slow and quick. @param {Point[]} path @param {Hand} hand @param {Random} random */
function wobbled(path, { mess }, random) {
  const noises = [0, 1].map(() => [
    noise(path.length, random.between(12, 25), random.between(0, 1.5 + mess), random),
    noise(path.length, random.between(2, 6), random.between(0, 0.6 * mess), random),
  ]);
  return path.map((point, i) => point.map((at, axis) => at + noises[axis][0][i] + noises[axis][1][i]));
}

/**
 * Numbers that go smoothly from one random number to the next.
 *
 * @param {number} count
 * @param {number} length places from one random number to the next
 * @param {number} deviation of the random numbers
 * @param {Random} random
 */
function noise(count, length, deviation, random) {
  const knots = Array.from({ length: Math.ceil(count / length) + 1 }, () => random.normal(deviation));
  return Array.from({ length: count }, (_, i) => {
    const knot = Math.floor(i / length);
    const part = i / length - knot;
    return knots[knot] + (knots[knot + 1] - knots[knot]) * part * part * (3 - 2 * part);
  });
}

/** What a tablet reports of it: more points where the pen is slow. @param {Point[]} path @param {Hand} hand @param {Random} random */
function sampled(path, { step }, random) {
  const points = [path[0]];
  let next = 0;
  for (const [i, point] of path.entries()) {
    if (i * FINE < next && i < path.length - 1) continue;
    if (i > 0) points.push(point);
    next = i * FINE + step * random.between(0.5, 1.5);
  }
  return points;
}
