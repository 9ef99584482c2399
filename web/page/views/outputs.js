import { html } from 'lit';
import { DIGITS } from '../../shape.js';
import { picture } from './picture.js';

/**
 * The ten outputs as bars, and under each what the network imagines for its digit.
 *
 * @param {import('../state.js').State} state
 */
export function outputs({ outputs, pictures, pretrained, run }) {
  const values = outputs ?? new Float32Array(DIGITS);
  const highest = outputs ? outputs.indexOf(Math.max(...outputs)) : -1;
  return html`
    <section class="card outputs" aria-labelledby="outputs-title">
      <h2 id="outputs-title">What it answers, and what it imagines</h2>
      <ol>
        ${Array.from(values, (value, digit) => column(digit, value, digit === highest, pictures[digit]))}
      </ol>
      <p>
        Each bar is one of the ten outputs for your drawing, from 0 to 1. Each picture is the network run
        backwards: from that answer, through its weights, to what it looks for.
        ${
          pretrained && run.step === 0
            ? `Those of the network that came with the page look alike: what it has against nine digits
               outweighs what it has for one. Train one with the recipe Notebook, and see.`
            : ''
        }
      </p>
    </section>
  `;
}

/**
 * @param {number} digit
 * @param {number} value
 * @param {boolean} highest
 * @param {Float32Array | undefined} imagined
 */
function column(digit, value, highest, imagined) {
  return html`
    <li class=${highest ? 'highest' : ''}>
      <div class="bar" role="meter" aria-label="Output ${digit}" aria-valuemin="0" aria-valuemax="1"
        aria-valuenow=${value.toFixed(2)} .style=${`--value: ${value}`}></div>
      <b>${digit}</b>
      <canvas class="picture" width="28" height="28" role="img"
        aria-label="What the network imagines for ${digit}"
        ${picture(imagined ?? null)}></canvas>
    </li>
  `;
}
