/**
 * A drawing rotated about the mean of its points, so that rotating it back restores it.
 *
 * @param {number[][][]} strokes points [x, y], y down
 * @param {number} degrees clockwise
 * @returns {number[][][]}
 */
export function turned(strokes, degrees) {
  const points = strokes.flat();
  const mean = (/** @type {number} */ axis) =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [middleX, middleY] = [mean(0), mean(1)];
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return strokes.map((stroke) =>
    stroke.map(([x, y]) => [
      middleX + (x - middleX) * cos - (y - middleY) * sin,
      middleY + (x - middleX) * sin + (y - middleY) * cos,
    ]),
  );
}
