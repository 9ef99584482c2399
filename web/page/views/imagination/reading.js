import { html } from 'lit';
import { SIDE } from '../../../shape.js';
import { wished } from '../../wish.js';
import { decimal } from '../format.js';
import { picture } from '../picture.js';
import { bars } from './bars.js';

/**
 * A picture, and what the network answers to it.
 *
 * @param {string} label of the picture
 * @param {{ inputs: Float32Array, outputs: Float32Array | null } | null} reading
 * @param {import('../../wish.js').Wish} wish
 */
export function reading(label, reading, wish) {
  return html`
    <div class="reading">
      <canvas class="picture" width=${SIDE} height=${SIDE} role="img" aria-label=${label}
        ${picture(reading?.inputs ?? null)}></canvas>
      <span aria-hidden="true">→</span>
      ${bars(`Outputs for: ${label}`, reading?.outputs ?? null, decimal, { marked: wished(wish) })}
    </div>
  `;
}
