/** Numbers of half precision (IEEE 754 binary16) as 16 bits. */

/**
 * The nearest number of half precision, ties to even.
 *
 * @param {number} value
 */
export function toHalf(value) {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (magnitude >= 65520) return sign | 0x7c00;
  // Steps between neighbours: 2^-24 up to 2^-13, twice as much at each further power of two.
  const exponent = Math.max(Math.floor(Math.log2(magnitude)), -14);
  const steps = magnitude / 2 ** (exponent - 10);
  const down = Math.floor(steps);
  const rest = steps - down;
  const rounded = down + Number(rest > 0.5 || (rest === 0.5 && down % 2 === 1));
  // The exponent's field counts a number's first bit in, and rounding up may carry into it.
  return sign | (((exponent + 14) << 10) + rounded);
}

/** @param {number} bits */
export function fromHalf(bits) {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (exponent === 0 ? fraction * STEPS[1] : (1024 + fraction) * STEPS[exponent]);
}
/** The distance between neighbouring numbers, by the field of their exponent. */
const STEPS = Float64Array.from({ length: 31 }, (_, exponent) => 2 ** (exponent - 25));
