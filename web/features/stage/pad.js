import './drawing-pad.js';
import { html } from 'lit';
import { judge } from '../../shared/confidence.js';
import { largest } from '../../shared/ranking.js';
import { button } from '../../ui/button.js';

import { aDigit, momentName } from '../../ui/format.js';

/**
 * The pad, and what the network says.
 *
 * @param {import('../../app/page-state.js').State} state
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
        <p class="caption">${remark(state, judgement)}</p>
      </div>
    </div>
  `;
}

/** @typedef {import('../../shared/confidence.js').Judgement} Judgement */

/** @param {Judgement | null} judgement */
function emphasis(judgement) {
  if (!judgement || judgement.digit === null) return 'empty';
  return judgement.sureness < 0.7 ? 'unsure' : '';
}

/** @param {import('../../app/page-state.js').State} state @param {Judgement | null} judgement */
function remark(state, judgement) {
  const { ready, pretrained, run, answer, past } = state;
  if (!ready) return 'Getting ready…';
  if (!answer || !judgement) return 'Draw with mouse, pen, finger or keys; the answer comes as you draw.';
  const untaught = past === 0 || (run.step === 0 && !pretrained);
  if (untaught) return 'A mere guess: this network has learned nothing yet.';
  if (past !== null)
    return `${verdict(answer, judgement)} So the network says as it was ${momentName(past)}.`;
  if (answer.before) {
    return `It was shown this ${answer.label}, and answered ${largest(answer.before)}. Then it learnt from it: now it answers as you see.`;
  }
  return verdict(answer, judgement);
}

/** @param {import('../../app/page-state.js').Answer} answer @param {Judgement} judgement */
function verdict({ label }, { digit, likeliest, sureness, runnerUp }) {
  if (digit === null) return `It looks like none of the ten; most like ${aDigit(likeliest)}.`;
  if (label !== null) return label === digit ? 'Right.' : `Wrong: it is ${aDigit(label)}.`;
  // Nobody should be told 100 %.
  const percent = Math.min(Math.floor(100 * sureness), 99);
  return `${percent} % sure, all ten bars weighed. If not, it is ${aDigit(runnerUp)}.`;
}
