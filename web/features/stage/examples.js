/**
 * Example digits: strokes on the pad, in the order in which they are shown.
 */

/**
 * Points on an arc of an ellipse.
 *
 * @param {number} x of its centre
 * @param {number} y
 * @param {number} width half of it
 * @param {number} height half of it
 * @param {number} from in degrees: 0 is right, 90 down
 * @param {number} to
 */
function arc(x, y, width, height, from, to) {
  const points = Math.ceil(Math.abs(to - from) / 12);
  return Array.from({ length: points + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / points) * Math.PI) / 180;
    return [x + width * Math.cos(angle), y + height * Math.sin(angle)];
  });
}

/** @type {number[][][][]} */
export const EXAMPLES = [
  // 3
  [[...arc(0.48, 0.34, 0.18, 0.15, -150, 80), ...arc(0.48, 0.65, 0.21, 0.17, -80, 150)]],
  // 7
  [[[0.28, 0.22], [0.72, 0.2], ...arc(0.95, 0.85, 0.5, 0.55, -130, -180)]],
  // 4
  [
    [
      [0.4, 0.2],
      [0.28, 0.55],
      [0.72, 0.53],
    ],
    [
      [0.62, 0.28],
      [0.58, 0.84],
    ],
  ],
  // 2
  [[...arc(0.49, 0.36, 0.2, 0.18, -165, 35), [0.3, 0.8], [0.74, 0.79]]],
  // 8
  [
    [
      ...arc(0.5, 0.34, 0.16, 0.15, -60, -270),
      ...arc(0.5, 0.66, 0.18, 0.17, -90, 270),
      ...arc(0.5, 0.34, 0.16, 0.15, 90, -60),
    ],
  ],
  // 5
  [[[0.7, 0.2], [0.38, 0.21], [0.34, 0.47], ...arc(0.48, 0.62, 0.2, 0.19, -120, 140)]],
  // 0
  [arc(0.5, 0.5, 0.2, 0.3, -80, 285)],
  // 6
  [[[0.6, 0.18], ...arc(0.62, 0.6, 0.28, 0.4, -130, -180), ...arc(0.5, 0.66, 0.17, 0.17, 180, -180)]],
  // 1
  [
    [
      [0.55, 0.18],
      [0.47, 0.83],
    ],
  ],
  // 9
  [[...arc(0.48, 0.36, 0.16, 0.16, -20, -350), [0.66, 0.35], [0.6, 0.84]]],
];
