import { msg, str } from '@lit/localize';
import '../../ui/drawing-pad.js';
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { button } from '../../ui/button.js';
import { explainedCheck } from '../../ui/check.js';
import { fileInput } from '../../ui/file-input.js';
import { span } from '../../ui/span.js';
import { askedDigit } from './asked.js';
import { browse } from './browse.js';
import { storageText } from './texts.js';
import { uses } from './uses.js';

/**
 * @typedef {import('../../app/page-state.js').State} State
 * @typedef {import('../../app/create-actions.js').Actions} Actions
 */

const padNames = () => ({
  id: 'class-pad-keys',
  canvas: msg('Pad for your class'),
  keys: msg('Pad for your class, by keyboard'),
});

const atRest = () => ({
  id: 'keep-at-rest',
  words: msg('Keep each drawing when the pen has rested'),
  explanation: msg('For most of a second. With this off, and when you draw by keyboard, press Keep or K.'),
});

/** Android's file chooser goes by MIME types. */
const ACCEPT = '.csv,.jsonl,.json,.txt,text/csv,text/plain,application/json';

/**
 * A class's own records: drawn on request, looked through, used, and exchanged as files.
 *
 * @param {State} state
 * @param {Actions} actions
 */
export function collection(state, actions) {
  const { records } = state.collection;
  return html`
    <section class="card collection" aria-labelledby="collection-title">
      <h2 id="collection-title" .textContent=${msg('Your class')}></h2>
      <p .textContent=${msg('How well does the network read all of you? Draw the digits that the page asks for, one person after the other. The records stay on this machine, without names. They leave it only in files that you save.')}></p>
      <div class="collecting">
        ${drawing(state, actions)}
        <div>
          ${records.length > 0 ? html`${browse(state, actions)} ${uses(state, actions)}` : nothing}
          ${files(state, actions)}
        </div>
      </div>
    </section>
  `;
}

/** @param {State} state @param {Actions} actions */
function drawing({ collection, ready }, actions) {
  const { strokes, asked, person, keepsAtRest, said, changes } = collection;
  return html`
    <div class="asked">
      <h3 aria-live="polite"><span .textContent=${msg(str`Draw a digit: ${askedDigit(asked)}`)}></span></h3>
      <drawing-pad
        .names=${padNames()}
        .strokes=${strokes}
        @strokes=${(/** @type {CustomEvent<number[][][]>} */ event) => actions.drawAsked(event.detail)}
        @eraseon=${(/** @type {CustomEvent<number[][][]>} */ event) => actions.drawAsked(event.detail)}
        @takeback=${actions.takeBackAsked}
        @pendown=${actions.penDown}
        @penup=${actions.penUp}
      ></drawing-pad>
      <div class="controls">
        ${button(msg('Keep'), ready && strokes.length > 0, actions.keepAsked, 'main')}
        ${button(msg('Draw it again'), strokes.length > 0, () => actions.drawAsked([]))}
        ${button(msg('Undo the last change'), changes.length > 0, actions.undoCollecting)}
      </div>
      <p class="caption" role="status">${keyed(said, span(said?.() ?? ''))}</p>
      ${explainedCheck(atRest(), keepsAtRest, actions.keepAtRest)}
      <p class="controls">
        <span aria-live="polite" .textContent=${msg(str`Person ${person} is drawing.`)}></span>
        ${button(msg('Next person'), true, actions.nextPerson, 'small')}
      </p>
    </div>
  `;
}

/** @param {State} state @param {Actions} actions */
function files({ collection, ready }, actions) {
  const { records } = collection;
  const hasDrawings = records.some(({ strokes }) => strokes);
  return html`
    <h3 .textContent=${msg('Files')}></h3>
    <div class="controls">
      ${button(msg('Save as CSV'), records.length > 0, actions.saveCsv)}
      ${button(msg('Save the drawings'), hasDrawings, actions.saveDrawings)}
    </div>
    <p class="caption" .textContent=${msg('CSV has a label and 784 pixels per record, as MNIST. The drawings are JSON, one per line, with the points of each stroke.')}></p>
    <div class="file">
      <label for="class-files" .textContent=${msg('Add records from files')}></label>
      <span class="caption" .textContent=${msg('Choose the files of all machines at once, of either kind. What is there twice is left out.')}></span>
      ${fileInput('class-files', ACCEPT, ready, actions.importRecords)}
    </div>
    <p class="controls">
      <span class="caption" .textContent=${storageText(collection)}></span>
      ${button(msg('Delete all of them'), records.length > 0, () => actions.deleteCollected(records), 'small')}
    </p>
  `;
}
