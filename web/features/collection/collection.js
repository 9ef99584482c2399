import '../../ui/drawing-pad.js';
import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';
import { digitSelect } from '../../ui/digit-select.js';
import { aDigit } from '../../ui/format.js';
import { outlined } from './outlined.js';
import { askedDigit } from './state.js';
import { kept } from './texts.js';

/** @typedef {import('../../app/page-state.js').State} State */
/** @typedef {import('../../app/create-actions.js').Actions} Actions */

const NAMES = {
  id: 'sample-keys',
  canvas: 'Pad for a digit of your own',
  keys: 'Pad for a digit of your own, by keyboard',
};

/**
 * A class collects digits: each is asked for, drawn and kept. They can be corrected, used as records and exported.
 *
 * @param {State} state
 * @param {Actions} actions
 */
export function collection(state, actions) {
  const { drawings, strokes, from, deleted, said } = state.collection;
  const asked = askedDigit(drawings.length);
  const { drawSample, drawnBy, keepSample, takeBackSample, undoDeletion } = actions;
  return html`
    <div class="collection">
      <div class="sample">
        <p class="asked" role="status" .textContent=${`Draw ${aDigit(asked)}`}></p>
        <drawing-pad
          .names=${NAMES}
          .strokes=${strokes}
          @strokes=${(/** @type {CustomEvent<number[][][]>} */ event) => drawSample(event.detail)}
          @takeback=${() => drawSample(strokes.slice(0, -1))}
          @keydown=${(/** @type {KeyboardEvent} */ { key }) => key === 'Enter' && keepSample()}
        ></drawing-pad>
        <div class="controls">
          ${button('Keep', strokes.length > 0, keepSample, 'main')}
          ${button('Draw again', strokes.length > 0, () => drawSample([]))}
          ${button('Take back the last', drawings.length > 0, takeBackSample)}
        </div>
        <label for="drawn-by">Who draws? (not needed)</label>
        <input id="drawn-by" type="text" maxlength="40" autocomplete="off" .value=${from}
          @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => drawnBy(target.value.trim())} />
      </div>
      <div>
        <p role="status"><span .textContent=${kept(drawings.length)}></span> <span .textContent=${said}></span></p>
        ${uses(state, actions)} ${list(state, actions)}
        ${deleted.length > 0 ? button('Undo deletion', true, undoDeletion, 'small') : nothing}
        <p class="caption">
          Drawings stay in this browser, until you save them as a file or delete them. To put together what a class has
          drawn on many machines, save strokes on each, and add all files here.
        </p>
      </div>
    </div>
  `;
}

/** @param {State} state @param {Actions} actions */
function uses({ collection: { drawings }, ready }, actions) {
  const some = ready && drawings.length > 0;
  const { useSamples, exportStrokes, exportRecords, importSamples, deleteSamples } = actions;
  const choose = (/** @type {Event & { target: HTMLInputElement }} */ { target }) => {
    importSamples([...(target.files ?? [])]);
    // Allows the same file to be chosen again.
    target.value = '';
  };
  return html`
    <div class="controls">
      ${button('How well does the network read them?', some, () => useSamples('test'))}
      ${button('Train on them', some, () => useSamples('train'))}
    </div>
    <div class="controls">
      ${button('Save as strokes', some, exportStrokes, 'small')} ${button('Save as CSV', some, exportRecords, 'small')}
      ${button('Delete all', some, () => deleteSamples(drawings.map(({ id }) => id)), 'small')}
    </div>
    <div class="file">
      <label for="samples-file">Add files of strokes</label>
      <input id="samples-file" type="file" multiple accept=".jsonl,application/jsonl,application/json,text/plain"
        @change=${choose} />
    </div>
  `;
}

/** @param {State} state @param {Actions} actions */
function list({ collection: { drawings, chosen } }, { chooseSample, relabelSample, deleteSamples }) {
  const looked = drawings.find(({ id }) => id === chosen);
  return html`
    <ol class="samples" aria-label="Digits that were drawn" tabindex="0">
      ${drawings.map(
        ({ id, label, from, strokes }, i) => html`
          <li>
            <button type="button" class="small" aria-pressed=${id === chosen} aria-label=${name(i, label, from)}
              title=${from || nothing} @click=${() => chooseSample(id === chosen ? null : id)}
            >${outlined(strokes)}<span .textContent=${label}></span></button>
          </li>
        `,
      )}
    </ol>
    <div class="controls" ?hidden=${!looked}>
      ${
        looked
          ? html`
              ${digitSelect('The chosen drawing is a', looked.label, (label) => relabelSample(looked.id, label))}
              ${button('Delete it', true, () => deleteSamples([looked.id]), 'small')}
            `
          : nothing
      }
    </div>
  `;
}

/** @param {number} index @param {number} label @param {string} from */
const name = (index, label, from) =>
  from ? `Drawing ${index + 1}: ${label}, by ${from}` : `Drawing ${index + 1}: ${label}`;
