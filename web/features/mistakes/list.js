import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { countBehind } from '../../shared/evaluation.js';
import { arrowKeys } from '../../ui/arrow-keys.js';
import { button } from '../../ui/button.js';
import { aDigit, records, whole } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { stacked } from '../../ui/stacked.js';

/** @typedef {import('../../app/page-state.js').State} State */

/**
 * The records behind the chosen cell of the matrix, or all that are misread: the worst first.
 *
 * @param {State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function list(state, { chooseCell, put, retry }) {
  const { mistakes, shown, files } = state;
  const { survey, cell, listed } = mistakes;
  const onStage = shown.about === 'record' ? shown.index : null;
  const first = listed.some(({ index }) => index === onStage) ? onStage : listed[0]?.index;
  const text = survey
    ? order(countBehind(survey, cell), listed.length, cell !== null && cell.label === cell.answer)
    : waiting(state);
  return html`
    <div class="list-title">
      <h3 id="listed">${title(cell)}</h3>
      ${button('All mistakes', cell !== null, () => chooseCell(null), 'small')}
    </div>
    <p class="caption" aria-live=${survey ? 'off' : 'polite'}>${stacked(text, [order(1000, 60, false)])}</p>
    <div class="listed" role="group" aria-labelledby="listed" @keydown=${arrowKeys}>
      ${guard([listed, onStage], () =>
        listed.map(
          ({ index, label, answer, pixels }) => html`
          <button type="button" class="bare" tabindex=${index === first ? 0 : -1} aria-current=${index === onStage}
            aria-label="Test record ${whole(index + 1)}: ${aDigit(label)}, read as ${aDigit(answer)}"
            title="${aDigit(label)}, read as ${aDigit(answer)}"
            @click=${() => put({ about: 'record', index })}>
            ${picture('', pixels, { full: 255 })}
          </button>
        `,
        ),
      )}
      ${
        !survey && files.test.latest?.state === 'failed'
          ? button('Fetch the test records again', true, () => retry('test'))
          : nothing
      }
    </div>
  `;
}

/** @param {State['mistakes']['cell']} cell */
function title(cell) {
  return cell ? `${cell.label}s read as ${cell.answer}s` : 'The worst mistakes';
}

/** @param {number} behind @param {number} listed @param {boolean} right */
function order(behind, listed, right) {
  if (behind === 0) return 'None.';
  const some = behind > listed ? `; here are ${listed}` : '';
  return `${records(behind)}${some}, ${right ? 'the least sure' : 'the surest mistakes'} first.`;
}

/** @param {State} state */
function waiting({ files: { test } }) {
  if (test.latest?.state === 'failed') return 'The test records did not come.';
  if (test.loaded) return 'Reading all test records…';
  return 'The test records are on their way…';
}
