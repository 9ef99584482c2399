import './drawing-pad.js';
import { html } from 'lit';
import { judge } from '../../../judgement.js';
import { largest } from '../../../ranking.js';
import { button } from '../button.js';
import { aDigit } from '../format.js';

/**
 * The pad, and what the network says.
 *
 * @param {import('../../state.js').State} state
 * @param {{ draw: (strokes: number[][][]) => void, drawExample: () => void }} actions
 */
export function pad(state, { draw, drawExample }) {
  const { strokes, answer, ready } = state;
  const judgement = answer && judge(answer.outputs);
  return html`
    <div class="pad">
      <h3>Draw a digit</h3>
      <drawing-pad
        .strokes=${strokes}
        @strokes=${(/** @type {CustomEvent<number[][][]>} */ event) => draw(event.detail)}
      ></drawing-pad>
      <div class="controls">
        ${button('Clear', strokes.length > 0, () => draw([]))} ${button('Example', ready, drawExample)}
      </div>
      <div class="answer">
        <output class="digit ${emphasis(judgement)}" aria-label="Prediction"
          >${judgement ? (judgement.digit ?? 'no digit') : 'nothing to read yet'}</output>
        <p>${remark(state, judgement)}</p>
      </div>
    </div>
  `;
}

/** @typedef {import('../../../judgement.js').Judgement} Judgement */

/** @param {Judgement | null} judgement */
function emphasis(judgement) {
  if (!judgement || judgement.digit === null) return 'empty';
  return judgement.sureness < 0.7 ? 'unsure' : '';
}

/** @param {import('../../state.js').State} state @param {Judgement | null} judgement */
function remark({ ready, pretrained, run, answer }, judgement) {
  if (!ready) return 'Getting ready…';
  if (!answer || !judgement) return 'Draw with mouse, pen, finger or keys; the answer comes as you draw.';
  if (run.step === 0 && !pretrained)
    return 'A mere guess: this network has learned nothing yet. Press Train.';
  if (answer.before) {
    return `It was shown this ${answer.label}, and answered ${largest(answer.before)}. Then it learnt from it: now it answers as you see.`;
  }
  if (answer.label !== null && judgement.digit !== null) {
    return answer.label === judgement.digit ? 'Right.' : `Wrong: it is ${aDigit(answer.label)}.`;
  }
  if (judgement.digit === null)
    return `It looks like none of the ten; most like ${aDigit(judgement.likeliest)}.`;
  // Nobody should be told 100 %.
  const percent = Math.min(Math.floor(100 * judgement.sureness), 99);
  return `${percent} % sure. If not, it is ${aDigit(judgement.runnerUp)}.`;
}
