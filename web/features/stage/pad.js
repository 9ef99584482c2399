import './drawing-pad.js';
import { html } from 'lit';
import { predict } from '../../shared/confidence.js';
import { largest } from '../../shared/ranking.js';
import { button } from '../../ui/button.js';
import { percent, whole } from '../../ui/format.js';

/**
 * The pad and the prediction.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ draw: (strokes: number[][][]) => void, drawExample: () => void }} actions
 */
export function pad(state, { draw, drawExample }) {
  const { strokes, answer } = state.stage;
  const prediction = answer && predict(answer.outputs);
  return html`
    <div class="pad">
      <h3>Draw a digit</h3>
      <drawing-pad
        .strokes=${strokes}
        @strokes=${(/** @type {CustomEvent<number[][][]>} */ event) => draw(event.detail)}
      ></drawing-pad>
      <div class="controls">
        ${button('Clear', strokes.length > 0, () => draw([]))} ${button('Example', state.ready, drawExample)}
      </div>
      <div class="answer">
        <output class="digit ${emphasis(prediction)}" aria-label="Prediction"
          >${prediction ? (prediction.digit ?? 'no digit') : 'nothing to read yet'}</output>
        <p class="caption">${remark(state, prediction)}</p>
      </div>
    </div>
  `;
}

/** @typedef {import('../../shared/confidence.js').Prediction} Prediction */

/** @param {Prediction | null} prediction */
function emphasis(prediction) {
  if (!prediction || prediction.digit === null) return 'empty';
  return prediction.confidence < 0.7 ? 'unsure' : '';
}

/** @param {import('../../app/page-state.js').State} state @param {Prediction | null} prediction */
function remark(state, prediction) {
  const { answer } = state.stage;
  const { answering } = state.runs[state.runId];
  if (!state.ready) return 'Getting ready…';
  if (!answer || !prediction)
    return 'Draw with a mouse, pen, finger or the keyboard. The network answers as you draw.';
  if (answering && !answering.isTrained) return 'Just a guess: this network has not learned anything yet.';
  if (answering?.step !== undefined)
    return `${verdict(answer, prediction)} This is the answer at step ${whole(answering.step)}.`;
  if (answer.before) {
    return `Before it learned from this ${answer.label}, the network answered ${largest(answer.before)}. Here is its answer now.`;
  }
  return verdict(answer, prediction);
}

/** @param {import('../../app/page-state.js').Answer} answer @param {Prediction} prediction */
function verdict({ label }, { digit, likeliest, confidence, runnerUp }) {
  if (digit === null) return `This does not look like a digit. Closest match: ${likeliest}.`;
  if (label !== null) return label === digit ? 'Right.' : `Wrong. It is labelled ${label}.`;
  // Rounded down, so that it never says 100 %.
  const sure = Math.min(Math.floor(100 * confidence) / 100, 0.99);
  return `${percent(sure, 0)} sure. Second guess: ${runnerUp}.`;
}
