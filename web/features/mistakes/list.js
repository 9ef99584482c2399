import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { countBehind } from '../../shared/evaluation.js';
import { hasFailed } from '../../shared/file-progress.js';
import { arrowKeys } from '../../ui/arrow-keys.js';
import { awaitedRecords } from '../../ui/awaited-records.js';
import { button } from '../../ui/button.js';
import { aDigit, records, whole } from '../../ui/format.js';
import { guard } from '../../ui/guard.js';
import { picture } from '../../ui/picture.js';
import { stacked } from '../../ui/stacked.js';

/** @typedef {import('../../app/page-state.js').State} State */

/**
 * The records of the chosen cell of the matrix, or all misread records; the worst come first.
 *
 * @param {State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function list(state, { chooseCell, put, loadMnist }) {
  const { mistakes, records: files } = state;
  const { shown } = state.stage;
  const { evaluation, cell, listed } = mistakes;
  const onStage = shown.about === 'record' ? shown.index : null;
  const first = listed.some(({ index }) => index === onStage) ? onStage : listed[0]?.index;
  const text = evaluation
    ? order(countBehind(evaluation, cell), listed.length, cell !== null && cell.label === cell.answer)
    : waiting(state);
  return html`
    <div class="list-title">
      <h3 id="listed" .textContent=${title(cell)}></h3>
      ${button(msg('All mistakes'), cell !== null, () => chooseCell(null), 'small')}
    </div>
    <p class="caption" aria-live=${evaluation ? 'off' : 'polite'}>${stacked(text, [order(1000, 60, false)])}</p>
    <div class="listed thumbnails" role="group" aria-labelledby="listed" @keydown=${arrowKeys}>
      ${guard([listed, onStage], () =>
        listed.map(
          ({ index, label, answer, pixels }) => html`
          <button type="button" class="bare" tabindex=${index === first ? 0 : -1} aria-current=${index === onStage}
            aria-label=${msg(str`Test record ${whole(index + 1)}: ${aDigit(label)}, read as ${aDigit(answer)}`)}
            title=${msg(str`Digit ${label}, read as ${answer}`)}
            @click=${() => put({ about: 'record', index })}>
            ${picture('', pixels, { full: 255 })}
          </button>
        `,
        ),
      )}
      ${
        !evaluation && hasFailed(files.test)
          ? button(msg('Fetch the test records again'), true, () => loadMnist('test'))
          : nothing
      }
    </div>
  `;
}

/** @param {State['mistakes']['cell']} cell */
function title(cell) {
  return cell ? msg(str`${cell.label}s read as ${cell.answer}s`) : msg('The worst mistakes');
}

/** @param {number} count @param {number} listed @param {boolean} right whether they are read correctly */
function order(count, listed, right) {
  if (count === 0) return msg('There are none.');
  if (count === listed)
    return right
      ? msg(str`${records(count)}. The least confident come first.`)
      : msg(str`${records(count)}. The most confident mistakes come first.`);
  return right
    ? msg(str`${records(count)}. Here are the ${whole(listed)} least confident.`)
    : msg(str`${records(count)}. Here are the ${whole(listed)} most confident mistakes.`);
}

/** @param {State} state */
function waiting({ records: { test } }) {
  return test.loaded && !hasFailed(test)
    ? msg('The network is reading all test records…')
    : awaitedRecords(test);
}
