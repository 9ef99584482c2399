import { html } from 'lit';
import { DIGITS, SIDE } from '../../shared/shape.js';
import { button } from '../../ui/button.js';
import { aDigit, decimal, whole } from '../../ui/format.js';
import { signedPicture } from '../../ui/signed-picture.js';
import { stacked } from '../../ui/stacked.js';
import { outline } from './outline.js';

/** @typedef {import('../../app/page-state.js').State} State */

/** What is said before there is anything to say. */
const NOTHING = ['Why?', 'Choose a record, or draw: here it says what spoke for the answer.', ''];

/** What there has to be room for. */
const LONGEST = words(
  { about: 'record', record: 9999, label: 8, outputs: new Float32Array(DIGITS) },
  { answer: 8, rival: 8 },
);

/**
 * Why what is on the stage is read as one digit and not as another.
 *
 * @param {State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function why(state, actions) {
  const { answer, mistakes } = state;
  const reason = answer && mistakes.why;
  const [title, ...paragraphs] = reason ? words(answer, reason) : NOTHING;
  const label = reason
    ? `Where ink speaks for the ${reason.answer}, and where for the ${reason.rival}`
    : 'Where ink speaks for what';
  return html`
    <div class="why">
      <div class="over">
        ${signedPicture(label, reason?.slopes ?? null)}
        <svg viewBox="0 0 ${SIDE} ${SIDE}" aria-hidden="true"><path d=${answer ? outline(answer.pixels) : ''}></path></svg>
      </div>
      <div>
        <h3>${stacked(title, [LONGEST[0]])}</h3>
        ${paragraphs.map((text, i) => html`<p>${stacked(text, [LONGEST[i + 1]])}</p>`)}
        <div class="controls small ${reason ? '' : 'not-now'}">
          ${[reason?.answer ?? 0, reason?.rival ?? 0].map((output) =>
            button(`Who spoke for the ${output}?`, true, () => explain(output, state, actions)),
          )}
        </div>
      </div>
    </div>
  `;
}

/**
 * @param {Pick<import('../../app/page-state.js').Answer, 'about' | 'record' | 'label' | 'outputs'>} answered
 * @param {Pick<import('./saliency.js').Why, 'answer' | 'rival'>} reason
 * @returns {unknown[]} a title and two paragraphs
 */
function words(answered, { answer, rival }) {
  const { about, label, outputs } = answered;
  const verdict = `read as ${aDigit(answer)}`;
  const missed =
    label === rival
      ? `orange without ink is what it missed for ${aDigit(rival)}.`
      : `ink on orange would make it look more like ${aDigit(rival)}.`;
  return [
    `${subject(answered)}: ${label === null ? verdict : `${aDigit(label)}, ${label === answer ? 'rightly ' : ''}${verdict}`}`,
    html`It answered <b>${answer} (${decimal(outputs[answer])})</b> over <b>${rival} (${decimal(outputs[rival])})</b>.
      ${about === 'record' ? 'It is on the stage now, above.' : ''}`,
    html`<b class="for">Blue</b>: ink there speaks for the ${answer}. <b class="against">Orange</b>: for the
      ${rival}. Blue under ink led it to the ${answer}; ${missed}`,
  ];
}

/** @param {Pick<import('../../app/page-state.js').Answer, 'about' | 'record'>} answer */
function subject({ about, record }) {
  if (about === 'drawing') return 'Your drawing';
  return `${about === 'record' ? 'Test' : 'Training'} record ${whole(Number(record) + 1)}`;
}

/**
 * Keeps an output explained on the stage, and takes the visitor there.
 *
 * @param {number} output
 * @param {State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
function explain(output, { kept }, { keep, goToStage }) {
  if (kept?.kind !== 'output' || kept.index !== output) keep({ kind: 'output', index: output });
  const button = /** @type {HTMLElement} */ (document.querySelector(`[data-output="${output}"] ~ button`));
  button.focus({ preventScroll: true });
  goToStage();
}
