import './drawing-pad.js';
import { html } from 'lit';
import { picture } from './picture.js';
import { preparation } from './preparation.js';

/**
 * The pad, what the network sees of it, and its answer.
 *
 * @param {import('../state.js').State} state
 * @param {{ draw: (strokes: number[][][]) => void, prepare: (on: boolean) => void }} actions
 */
export function drawing(state, actions) {
  const { strokes, pixels, outputs, run, ready } = state;
  const { draw } = actions;
  return html`
    <section class="card drawing" aria-labelledby="drawing-title">
      <h2 id="drawing-title">Draw a digit</h2>
      <div class="board">
        <drawing-pad
          .strokes=${strokes}
          @strokes=${(/** @type {CustomEvent<number[][][]>} */ event) => draw(event.detail)}
        ></drawing-pad>
        <button type="button" ?disabled=${strokes.length === 0} @click=${() => draw([])}>Clear</button>
      </div>
      <div class="verdict">
        <div class="answer">
          <output class="digit ${sureness(outputs)}" aria-label="Prediction"
            >${outputs ? best(outputs) : 'nothing to read yet'}</output>
          <p>${remark(ready, outputs, run.step)}</p>
        </div>
        <figure>
          <canvas class="picture" width="28" height="28" role="img"
            aria-label="What the network sees" ${picture(pixels, 255)}></canvas>
          <figcaption>What the network sees, 28&nbsp;×&nbsp;28 pixels</figcaption>
        </figure>
      </div>
      ${preparation(state, actions)}
    </section>
  `;
}

/** @param {Float32Array} outputs */
function ranking(outputs) {
  return [...outputs.keys()].sort((a, b) => outputs[b] - outputs[a]);
}

/** @param {Float32Array} outputs */
const best = (outputs) => ranking(outputs)[0];

/**
 * Outputs are no probabilities, but a digit that the network has an eye for makes one of over a half.
 *
 * @param {Float32Array | null} outputs
 */
function sureness(outputs) {
  if (!outputs) return 'empty';
  return outputs[best(outputs)] < 0.5 ? 'unsure' : '';
}

/** @param {boolean} ready @param {Float32Array | null} outputs @param {number} step */
function remark(ready, outputs, step) {
  if (!ready) return 'Getting ready…';
  if (!outputs) return 'Draw with mouse, pen or finger; the answer comes as you draw.';
  if (step === 0) return 'A mere guess: this network has learned nothing yet. Press Train.';
  const [first, second] = ranking(outputs);
  const figures = `output ${outputs[first].toFixed(2)}; next comes ${second} with ${outputs[second].toFixed(2)}.`;
  return sureness(outputs) === 'unsure' ? `Not sure: ${figures}` : `Its ${figures}`;
}
