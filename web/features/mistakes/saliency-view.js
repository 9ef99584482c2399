import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { predict } from '../../shared/confidence.js';
import { DIGITS, SIDE } from '../../shared/shape.js';
import { button } from '../../ui/button.js';
import { decimal, whole } from '../../ui/format.js';
import { signedPicture } from '../../ui/signed-picture.js';
import { span } from '../../ui/span.js';
import { stacked } from '../../ui/stacked.js';
import { outline } from './outline.js';

/** @typedef {import('../../app/page-state.js').State} State */
/** @typedef {Pick<import('../../app/page-state.js').Answer, 'about' | 'record' | 'label' | 'outputs'>} Answered */

/** The texts before there is a prediction. */
const nothingYet = () => [
  msg('Why?'),
  msg('Choose a record or draw a digit to see here what led to the prediction.'),
  '',
];

/** The texts that need the most room. */
const longest = () =>
  words(
    { about: 'record', record: 9999, label: 8, outputs: new Float32Array(DIGITS) },
    { answer: 8, rival: 8 },
  );

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
  const [title, ...paragraphs] = reason ? words(answer, reason) : nothingYet();
  const room = longest();
  const label = reason
    ? msg(str`Where ink speaks for the ${reason.answer}, and where for the ${reason.rival}`)
    : msg('Where ink speaks for what');
  return html`
    <div class="saliency">
      <div class="over">
        ${signedPicture(label, reason?.slopes ?? null)}
        <svg viewBox="0 0 ${SIDE} ${SIDE}" aria-hidden="true"><path d=${answer ? outline(answer.pixels) : ''}></path></svg>
      </div>
      <div>
        <h3>${stacked(title, [room[0]])}</h3>
        ${paragraphs.map((text, i) => html`<p>${stacked(text, [room[i + 1]])}</p>`)}
        <div class="controls small ${reason ? '' : 'not-now'}">
          ${[reason?.answer ?? 0, reason?.rival ?? 0].map(
            (output) =>
              html`<span data-spoke=${output}>${button(msg(str`Who spoke for the ${output}?`), true, () => explain(output, state, actions))}</span>`,
          )}
        </div>
      </div>
    </div>
  `;
}

/**
 * @param {Answered} answered
 * @param {Pick<import('./saliency.js').Saliency, 'answer' | 'rival'>} reason
 * @returns {(string | import('lit').TemplateResult)[]} a title and two paragraphs
 */
function words(answered, { answer, rival }) {
  const { about, label, outputs } = answered;
  const [first, second] = [answer, rival].map((digit) => span(`${digit} (${decimal(outputs[digit])})`));
  const prediction = isNoDigit(answered)
    ? msg(html`It looks most like <b>${first}</b>, then like <b>${second}</b>.`)
    : msg(html`The network predicts <b>${first}</b>, not <b>${second}</b>.`);
  return [
    title(answered, answer),
    about === 'record'
      ? html`${span(prediction)} ${span(msg('You see the record on the stage above.'))}`
      : prediction,
    html`${span(
      msg(
        html`Ink on <b class="for">blue</b> speaks for ${span(answer)}, ink on <b class="against">orange</b> for ${span(rival)}.`,
      ),
    )} ${span(
      label === rival
        ? msg(str`Ink on blue led the network to ${answer}. For ${rival}, ink on orange is missing.`)
        : msg(
            str`Ink on blue led the network to ${answer}. More ink on orange would make it look more like ${rival}.`,
          ),
    )}`,
  ];
}

/** Whether a drawing is taken for no digit. A record is one. @param {Pick<Answered, 'label' | 'outputs'>} answered */
function isNoDigit({ label, outputs }) {
  return label === null && predict(outputs).digit === null;
}

/** @param {Answered} answered @param {number} answer */
function title(answered, answer) {
  const { about, record, label } = answered;
  const number = whole(Number(record) + 1);
  const right = label === answer;
  switch (about) {
    case 'drawing':
      return isNoDigit(answered)
        ? msg('The drawing: read as no digit')
        : msg(str`The drawing: read as ${answer}`);
    case 'record':
      return right
        ? msg(str`Test record ${number}: digit ${label}, read correctly`)
        : msg(str`Test record ${number}: digit ${label}, read as ${answer}`);
    case 'training':
      return right
        ? msg(str`Training record ${number}: digit ${label}, read correctly`)
        : msg(str`Training record ${number}: digit ${label}, read as ${answer}`);
  }
}

/**
 * Pins an output on the stage and takes the visitor there; way-back.js leads back.
 *
 * @param {number} output
 * @param {State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
function explain(output, { stage: { pinned } }, { pin, askWhoSpoke, goToStage }) {
  askWhoSpoke(output);
  if (pinned?.kind !== 'output' || pinned.index !== output) pin({ kind: 'output', index: output });
  const button = /** @type {HTMLElement} */ (document.querySelector(`[data-output="${output}"] ~ button`));
  button.focus({ preventScroll: true });
  goToStage();
}
