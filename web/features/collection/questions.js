import { unpacked } from '../../shared/packed-strokes.js';

/**
 * Drawings as records in MNIST's format, prepared like any drawing that the network reads.
 *
 * @param {import('../../worker/question-context.js').QuestionContext} context
 * @param {{ label: number, strokes: Float64Array[] }[]} drawings
 * @returns {string} CSV without a header: the label and 784 pixels, 0 to 255, in each line
 */
export const records = ({ glassbox }, drawings) =>
  drawings
    .map(({ label, strokes }) => {
      const drawn = glassbox.drawing(unpacked(strokes));
      return drawn ? `${label},${drawn.pixels.join(',')}\n` : '';
    })
    .join('');
