/** From a point to the line between two others. @param {number[]} point @param {number[]} from @param {number[]} to */
export function distanceToLine([x, y], [fromX, fromY], [toX, toY]) {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - fromX - share * dx, y - fromY - share * dy);
}
