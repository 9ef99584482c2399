import { html, nothing } from 'lit';
import { SIDE } from '../../shared/shape.js';
import { decimal, whole } from '../../ui/format.js';
import { signedPicture } from '../../ui/signed-picture.js';
import { outline } from './outline.js';

/** @typedef {import('../../app/page-state.js').State} State */

/**
 * Why the drawing or record on the stage is read as one digit and not as another.
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
            : html`<h3>Why?</h3><p>Choose a record or draw a digit to see here what led to the prediction.</p>`
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
  return html`
    <h3>${title(answered, answer)}</h3>
    <p>The network predicts <b>${answer} (${decimal(outputs[answer])})</b>, not <b>${rival} (${decimal(outputs[rival])})</b>.
      ${about === 'record' ? 'You see the record on the stage above.' : nothing}</p>
    <p>
      Ink on <b class="for">blue</b> speaks for ${answer}, ink on <b class="against">orange</b> for ${rival}.
      ${
        label === rival
          ? `Ink on blue led the network to ${answer}. For ${rival}, ink on orange is missing.`
          : `Ink on blue led the network to ${answer}. More ink on orange would make it look more like ${rival}.`
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

/** @param {import('../../app/page-state.js').Answer} answered @param {number} answer */
function title({ about, record, label }, answer) {
  const number = whole(Number(record) + 1);
  const right = label === answer;
  switch (about) {
    case 'drawing':
      return `Your drawing: read as ${answer}`;
    case 'record':
      return right
        ? `Test record ${number}: digit ${label}, read correctly`
        : `Test record ${number}: digit ${label}, read as ${answer}`;
    case 'training':
      return right
        ? `Training record ${number}: digit ${label}, read correctly`
        : `Training record ${number}: digit ${label}, read as ${answer}`;
  }
}

/**
 * Pins an output on the stage and takes the visitor there.
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
