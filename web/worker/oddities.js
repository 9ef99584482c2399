/**
 * What is odd about a visitor's records, compared with MNIST's: light ink on a dark ground, upright, of ten digits.
 *
 * @typedef {import('../glassbox.js').Correction} Correction
 * @typedef {'label-last' | 'one-label' | 'faint' | 'light-ground' | 'turned'} OddityCode
 * @typedef {{ code: OddityCode, correction: Correction | null }} Oddity correction: null, if there is none
 */

/** The highest pixel up to which ink is faint: pixels may be percent, or of 16 levels. */
const FAINT = 128;
/** The mean of the outermost pixels from which the ground is light. */
const LIGHT = 128;
/** The share of turned pictures that a network must read, and how much more that must be than as they are. */
const READABLE = 0.7;
const BETTER = 0.2;

/**
 * The first oddity of a complete set; correcting it may uncover another.
 *
 * @param {import('../glassbox.js').Records} records
 * @param {import('../glassbox.js').Kind} kind
 * @param {import('../glassbox.js').Network | null} reader a network that reads MNIST's digits
 * @returns {Oddity | null}
 */
export function oddityOf(records, kind, reader) {
  const { labels, ground, highest, lastIsLabel } = records.inspect(kind);
  if (lastIsLabel) return { code: 'label-last', correction: 'label' };
  const total = labels.reduce((sum, count) => sum + count, 0);
  if (total > 1 && labels.includes(total)) return { code: 'one-label', correction: null };
  if (highest > 0 && highest <= FAINT) return { code: 'faint', correction: 'stretch' };
  if (ground >= LIGHT) return { code: 'light-ground', correction: 'invert' };
  const shares = reader ? records.readTurned(kind, reader) : [1];
  const best = Math.max(...shares);
  if (best < READABLE || best < shares[0] + BETTER) return null;
  return { code: 'turned', correction: shares.indexOf(best) };
}
