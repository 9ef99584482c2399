import { PIXELS } from '../../shared/shape.js';

/** At most so many hidden nodes are shown. */
const MOST = 200;

/**
 * The weights of the first hidden nodes as pictures: from -127 to 127, scaled by each node's strongest weight.
 *
 * @param {Float32Array} wih (hidden nodes, 784)
 * @returns {{ pictures: Int8Array<ArrayBuffer>, hiddenNodes: number }} pictures (nodes shown, 784), and the
 *   number of all hidden nodes
 */
export function weightPictures(wih) {
  const pictures = new Int8Array(Math.min(wih.length, MOST * PIXELS));
  for (let start = 0; start < pictures.length; start += PIXELS) {
    let strongest = 0;
    for (let i = start; i < start + PIXELS; i++) strongest = Math.max(strongest, Math.abs(wih[i]));
    const scale = strongest > 0 ? 127 / strongest : 0;
    for (let i = start; i < start + PIXELS; i++) pictures[i] = Math.round(wih[i] * scale);
  }
  return { pictures, hiddenNodes: wih.length / PIXELS };
}
