import '../../ui/drawing-pad.js';
import { html } from 'lit';
import { largest } from '../../shared/ranking.js';
import { button } from '../../ui/button.js';
import { percent, plural, whole } from '../../ui/format.js';
import { symbol } from './digit-choice.js';

const NAMES = { id: 'pad-keys', canvas: 'Drawing pad', keys: 'Drawing pad, by keyboard' };

/**
 * The pad and the prediction.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ draw: (strokes: number[][][]) => void, undo: () => void, drawExample: () => void }} actions
 */
export function pad(state, { draw, undo, drawExample }) {
  const { strokes, earlier, answer } = state.stage;
  const predictions = answer?.predictions ?? [];
  return html`
    <div class="pad">
      <h3>Draw a digit</h3>
      <drawing-pad
        .names=${NAMES}
        .strokes=${strokes}
        @strokes=${(/** @type {CustomEvent<number[][][]>} */ event) => draw(event.detail)}
        @takeback=${undo}
      ></drawing-pad>
      <div class="controls">
        ${button('Clear', strokes.length > 0, () => draw([]))} ${button('Undo', earlier.length > 0, undo)}
        ${button('Example', state.ready, drawExample)}
      </div>
      <div class="answer">
        <output class="digit ${emphasis(predictions)}" aria-label="Prediction"
          .style=${`--digits: ${Math.max(predictions.length, 1)}`} .textContent=${text(predictions)}></output>
        <p class="caption" .textContent=${remark(state)}></p>
      </div>
    </div>
  `;
}

/** @typedef {import('../../shared/confidence.js').Prediction} Prediction */

/** What is read, from left to right. @param {Prediction[]} predictions */
function text(predictions) {
  if (predictions.length === 0) return 'nothing to read yet';
  if (predictions.every(({ digit }) => digit === null)) return 'no digit';
  return predictions.map(symbol).join('');
}

/** @param {Prediction[]} predictions */
function emphasis(predictions) {
  if (predictions.every(({ digit }) => digit === null)) return 'empty';
  return predictions.some(({ digit, confidence }) => digit === null || confidence < 0.7) ? 'unsure' : '';
}

/** @param {import('../../app/page-state.js').State} state */
function remark(state) {
  const { answer } = state.stage;
  const { answering } = state.runs[state.runId];
  if (!state.ready) return 'Getting ready…';
  if (!answer) return 'Draw with a mouse, pen, finger or the keyboard. The network answers as you draw.';
  if (answering && !answering.isTrained) return 'Just a guess: this network has not learned anything yet.';
  if (answering?.step !== undefined)
    return `${verdict(answer)} This is the answer at step ${whole(answering.step)}.`;
  if (answer.before) {
    return `Before it learned from this ${answer.label}, the network answered ${largest(answer.before)}. Here is its answer now.`;
  }
  return verdict(answer);
}

/** @param {import('../../app/page-state.js').Answer} answer */
function verdict({ label, predictions, digit: shown }) {
  const count = predictions.length;
  const { digit, likeliest, confidence, runnerUp } = predictions[shown];
  // Rounded down, so that it never says 100 %.
  const sure = percent(Math.min(Math.floor(100 * confidence) / 100, 0.99), 0);
  if (count > 1) {
    const read = plural(count, { other: '# digits, read from left to right.' });
    return digit === null
      ? `${read} The one on the stage does not look like a digit. Closest match: ${likeliest}.`
      : `${read} On the stage: ${digit}, ${sure} sure. Second guess: ${runnerUp}.`;
  }
  if (digit === null) return `This does not look like a digit. Closest match: ${likeliest}.`;
  if (label !== null) return label === digit ? 'Right.' : `Wrong. It is labelled ${label}.`;
  return `${sure} sure. Second guess: ${runnerUp}.`;
}
