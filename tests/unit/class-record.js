/** @typedef {import('../../web/features/collection/state.js').Kept} Kept */

/** A class's record of one grey. @param {number} ink @param {Partial<Kept>} [others] @returns {Kept} */
export const record = (ink, others = {}) => ({
  id: ink,
  label: 4,
  from: 'a/1',
  strokes: [[[0, ink]]],
  pixels: new Uint8Array(784).fill(ink),
  ...others,
});
