import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { REJECTION_THRESHOLD } from '../../shared/confidence.js';
import { largest } from '../../shared/ranking.js';
import { decimal, percent, plural } from '../../ui/format.js';
import { symbol } from './digit-choice.js';

/** @typedef {import('../../app/page-state.js').State} State */
/** @typedef {import('../../app/page-state.js').Answer} Answer */
/** @typedef {import('../../shared/confidence.js').Prediction} Prediction */

/**
 * The network's answer. It stands below what it is about: a drawing on the pad, or the picture of a record.
 *
 * @param {State} state
 */
export function answer(state) {
  const { answer } = state.stage;
  const predictions = answer ? predictionsOf(answer) : [];
  return html`
    <div class="answer">
      <output class="digit ${emphasis(predictions)}" aria-label=${msg('Prediction')}
        .style=${`--digits: ${Math.max(predictions.length, 1)}`} .textContent=${text(predictions)}></output>
      <p class="caption">
        ${answer?.about === 'drawing' ? html`<b class="name" .textContent=${msg('The drawing')}></b>` : nothing}
        <span .textContent=${remark(state)}></span>
      </p>
    </div>
  `;
}

/**
 * What is read. A record is a digit, however low the outputs are: it counts as read correctly or misread by the
 * largest output, as in the accuracy.
 *
 * @param {Answer} answer
 * @returns {Prediction[]}
 */
const predictionsOf = ({ label, predictions }) =>
  label === null ? predictions : predictions.map((each) => ({ ...each, digit: each.likeliest }));

/**
 * The digit that is read in what the stage shows.
 *
 * @param {Answer} answer
 * @returns {number | null} null: no digit
 */
export const readAs = (answer) => predictionsOf(answer)[answer.digit].digit;

/** What is read, from left to right. @param {Prediction[]} predictions */
function text(predictions) {
  if (predictions.length === 0) return msg('nothing to read yet');
  if (predictions.every(({ digit }) => digit === null)) return msg('no digit');
  return predictions.map(symbol).join('');
}

/** @param {Prediction[]} predictions */
function emphasis(predictions) {
  if (predictions.every(({ digit }) => digit === null)) return 'empty';
  return predictions.some(({ digit, confidence }) => digit === null || confidence < 0.7) ? 'unsure' : '';
}

/** @param {State} state */
function remark(state) {
  const { answer } = state.stage;
  const { answering } = state.runs[state.runId];
  if (!state.ready) return msg('Getting ready…');
  if (!answer) return msg('Draw with a mouse, pen, finger or the keyboard. The network answers as you draw.');
  if (answering && !answering.isTrained)
    return msg('Just a guess: this network has not learned anything yet.');
  if (answer.before && answering?.step === undefined)
    return msg(
      str`Before it learned from this ${answer.label}, the network answered ${largest(answer.before)}.`,
    );
  return answer.label === null ? aboutDrawing(answer) : aboutRecord(answer);
}

/** @param {Answer} answer */
function aboutDrawing({ predictions, digit: shown, outputs }) {
  const count = predictions.length;
  const { digit, likeliest, confidence, runnerUp } = predictions[shown];
  // Rounded down, so that it never says 100 %.
  const sure = percent(Math.min(Math.floor(100 * confidence) / 100, 0.99), 0);
  if (count > 1) {
    const read = plural(count, { other: msg('# digits, read from left to right.') });
    return digit === null
      ? msg(str`${read} The one on the stage does not look like a digit. Closest match: ${likeliest}.`)
      : msg(str`${read} On the stage: ${digit}, ${sure} sure. Second guess: ${runnerUp}.`);
  }
  if (digit !== null) return msg(str`${sure} sure. Second guess: ${runnerUp}.`);
  return msg(
    str`No output reaches ${decimal(REJECTION_THRESHOLD)}, so it counts as no digit. Closest: ${likeliest} (${decimal(outputs[likeliest])}).`,
  );
}

/** @param {Answer} answer */
function aboutRecord({ label, predictions, digit: shown }) {
  const { digit, likeliest } = predictions[shown];
  const right = label === likeliest;
  if (digit !== null) return right ? msg('Right.') : msg(str`Wrong. It is labelled ${label}.`);
  return right
    ? msg('Right, but with low outputs: a drawing like this would count as no digit.')
    : msg(str`Wrong, with low outputs. It is labelled ${label}.`);
}
