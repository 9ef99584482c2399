import { transfer } from 'comlink';
import { PIXELS } from '../../shared/shape.js';

/** The largest number of hidden nodes shown. */
const MOST = 200;

/**
 * The weights of the first hidden nodes as pictures, scaled so that each node's strongest weight is -127 or 127.
 *
 * @param {import('../../worker/question-context.js').QuestionContext} context
 * @returns {{ pictures: Int8Array<ArrayBuffer>, hiddenNodes: number }} pictures (nodes shown, 784); hiddenNodes: their
 *   total number
 */
export function weightPictures({ answering }) {
  const { wih } = answering.weights;
  const pictures = new Int8Array(Math.min(wih.length, MOST * PIXELS));
  for (let start = 0; start < pictures.length; start += PIXELS) {
    let strongest = 0;
    for (let i = start; i < start + PIXELS; i++) strongest = Math.max(strongest, Math.abs(wih[i]));
    const scale = strongest > 0 ? 127 / strongest : 0;
    // Rounded by hand, since training waits for it: Math.round would take nearly twice as long.
    for (let i = start; i < start + PIXELS; i++) pictures[i] = wih[i] * scale + (wih[i] < 0 ? -0.5 : 0.5);
  }
  return transfer({ pictures, hiddenNodes: wih.length / PIXELS }, [pictures.buffer]);
}
