import { html } from 'lit';
import { SIDE } from '../../shared/shape.js';
import { decimal } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { bars } from './bars.js';
import { chosenDigits } from './chosen-targets.js';

/**
 * A picture, and the outputs of the network for it.
 *
 * @param {string} label of the picture
 * @param {{ inputs: Float32Array, outputs: Float32Array | null } | null} reading
 * @param {import('./chosen-targets.js').ChosenTargets} chosen
 */
export function reading(label, reading, chosen) {
  return html`
    <div class="reading">
      <canvas class="picture" width=${SIDE} height=${SIDE} role="img" aria-label=${label}
        ${picture(reading?.inputs ?? null)}></canvas>
      <span aria-hidden="true">→</span>
      ${bars(`Outputs for: ${label}`, reading?.outputs ?? null, decimal, { marked: chosenDigits(chosen) })}
    </div>
  `;
}
