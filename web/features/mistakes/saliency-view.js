import { html } from 'lit';
import { SIDE } from '../../shared/shape.js';
import { aDigit, decimal, whole } from '../../ui/format.js';
import { signedPicture } from '../../ui/signed-picture.js';
import { outline } from './outline.js';

/** @typedef {import('../../app/page-state.js').State} State */

/**
 * Why what is on the stage is read as one digit and not as another.
 *
 * @param {State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function saliency(state, actions) {
  const { mistakes } = state;
  const { answer } = state.stage;
  const reason = answer && mistakes.saliency;
  return html`
    <div class="why">
      <div class="over">
        ${signedPicture(
          reason
            ? `Where ink speaks for the ${reason.answer}, and where for the ${reason.rival}`
            : 'Where ink speaks for what',
          reason?.slopes ?? null,
        )}
        <svg viewBox="0 0 ${SIDE} ${SIDE}" aria-hidden="true"><path d=${answer ? outline(answer.pixels) : ''}></path></svg>
      </div>
      <div>
        ${
          reason
            ? words(answer, reason, (output) => explain(output, state, actions))
            : html`<h3>Why?</h3><p>Choose a record, or draw: here it says what spoke for the answer.</p>`
        }
      </div>
    </div>
  `;
}

/**
 * @param {import('../../app/page-state.js').Answer} answered
 * @param {import('./saliency.js').Saliency} reason
 * @param {(output: number) => void} ask
 */
function words(answered, { answer, rival }, ask) {
  const { about, label, outputs } = answered;
  const verdict = `read as ${aDigit(answer)}`;
  return html`
    <h3>${subject(answered)}: ${label === null ? verdict : `${aDigit(label)}, ${label === answer ? 'rightly ' : ''}${verdict}`}</h3>
    <p>It answered <b>${answer} (${decimal(outputs[answer])})</b> over <b>${rival} (${decimal(outputs[rival])})</b>.
      ${about === 'record' ? 'It is on the stage now, above.' : ''}</p>
    <p>
      <b class="for">Blue</b>: ink there speaks for the ${answer}. <b class="against">Orange</b>: for the
      ${rival}. Blue under ink led it to the ${answer}; ${
        label === rival
          ? `orange without ink is what it missed for ${aDigit(rival)}.`
          : `ink on orange would make it look more like ${aDigit(rival)}.`
      }
    </p>
    <div class="controls">
      ${[answer, rival].map(
        (output) => html`
          <button type="button" @click=${() => ask(output)}>Who spoke for the ${output}?</button>
        `,
      )}
    </div>
  `;
}

/** @param {import('../../app/page-state.js').Answer} answer */
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
function explain(output, { stage: { pinned } }, { pin, goToStage }) {
  if (pinned?.kind !== 'output' || pinned.index !== output) pin({ kind: 'output', index: output });
  const button = /** @type {HTMLElement} */ (document.querySelector(`[data-output="${output}"] ~ button`));
  button.focus({ preventScroll: true });
  goToStage();
}
