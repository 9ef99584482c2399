import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { bars, digitRows } from '../../ui/bars.js';
import { decimal } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { chosenDigits } from './chosen-targets.js';

/**
 * A picture, and the outputs of the network for it.
 *
 * @param {string} label of the picture
 * @param {{ inputs: Float32Array, outputs: Float32Array | null } | null} reading
 * @param {import('./chosen-targets.js').ChosenTargets} chosen
 * @param {import('../../ui/picture.js').Options} [ink]
 */
export function reading(label, reading, chosen, ink) {
  return html`
    <div class="reading">
      ${picture(label, reading?.inputs ?? null, ink)}
      <span aria-hidden="true">→</span>
      ${bars(msg(str`Outputs for: ${label}`), digitRows(reading?.outputs ?? null, decimal, chosenDigits(chosen)))}
    </div>
  `;
}
