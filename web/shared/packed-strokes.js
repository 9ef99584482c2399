/**
 * Strokes of points [x, y], packed into one array each: x, y, x, y, ... Thousands of points as arrays of their own take
 * browsers ten milliseconds and more to send to another thread.
 *
 * @param {number[][][]} strokes
 * @returns {Float64Array[]}
 */
export const packed = (strokes) =>
  strokes.map((stroke) => {
    const numbers = new Float64Array(2 * stroke.length);
    for (let i = 0; i < stroke.length; i++) [numbers[2 * i], numbers[2 * i + 1]] = stroke[i];
    return numbers;
  });

/** @param {Float64Array[]} strokes packed @returns {number[][][]} */
export const unpacked = (strokes) =>
  strokes.map((numbers) =>
    Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]]),
  );
