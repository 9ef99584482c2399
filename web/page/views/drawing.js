import './drawing-pad.js';
import { html } from 'lit';
import { judge } from '../../judgement.js';
import { picture } from './picture.js';
import { preparation } from './preparation.js';

/**
 * The pad, what the network sees of it, and its answer.
 *
 * @param {import('../state.js').State} state
 * @param {{ draw: (strokes: number[][][]) => void, prepare: (on: boolean) => void }} actions
 */
export function drawing(state, actions) {
  const { strokes, pixels, outputs } = state;
  const judgement = outputs && judge(outputs);
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
          <output class="digit ${emphasis(judgement)}" aria-label="Prediction"
            >${judgement ? (judgement.digit ?? 'no digit') : 'nothing to read yet'}</output>
          <p>${remark(state, judgement)}</p>
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

/** @typedef {import('../../judgement.js').Judgement} Judgement */

/** @param {Judgement | null} judgement */
function emphasis(judgement) {
  if (!judgement || judgement.digit === null) return 'empty';
  return judgement.sureness < 0.7 ? 'unsure' : '';
}

/** @param {import('../state.js').State} state @param {Judgement | null} judgement */
function remark({ ready, pretrained, run }, judgement) {
  if (!ready) return 'Getting ready…';
  if (!judgement) return 'Draw with mouse, pen or finger; the answer comes as you draw.';
  if (run.step === 0 && !pretrained)
    return 'A mere guess: this network has learned nothing yet. Press Train.';
  if (judgement.digit === null) return `It looks like none of the ten; most like a ${judgement.likeliest}.`;
  // Nobody should be told 100 %.
  const percent = Math.min(Math.floor(100 * judgement.sureness), 99);
  return `${percent} % sure. If not, it is a ${judgement.runnerUp}.`;
}
