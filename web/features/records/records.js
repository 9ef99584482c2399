import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';
import { records } from '../../ui/format.js';

/**
 * @typedef {import('../../glassbox.js').Kind} Kind
 * @typedef {import('../../app/page-state.js').FileMessage} FileMessage
 */

/** @type {Record<Kind, string>} */
const LABELS = { train: 'Training records', test: 'Test records' };

/**
 * The two files of records: MNIST's, or the visitor's own by picker or drag and drop.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function files(state, actions) {
  return html`
    <section class="card files" aria-labelledby="files-title">
      <h2 id="files-title">Records</h2>
      ${row('train', state, actions)} ${row('test', state, actions)}
      <p>
        Train fetches MNIST. Or choose a file of your own, or drop it on one of the two: CSV, plain or
        packed (.csv.gz); a line a record, its label 0 to 9, then 784 greys 0 to 255. It stays on this
        machine.
      </p>
    </section>
  `;
}

/**
 * @param {Kind} kind
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
function row(kind, { files, ready }, { loadFile, retry }) {
  const { loaded, latest } = files[kind];
  const arriving = latest?.state === 'arriving' ? latest : null;
  const failed = latest?.state === 'failed' ? latest : null;
  const allow = (/** @type {DragEvent} */ event) => event.preventDefault();
  const drop = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    const dropped = event.dataTransfer?.files[0];
    if (dropped) loadFile(kind, dropped);
  };
  const choose = (/** @type {Event & { target: HTMLInputElement }} */ { target }) => {
    if (target.files?.[0]) loadFile(kind, target.files[0]);
    // So that the same file can be chosen again.
    target.value = '';
  };
  return html`
    <div class="file" @dragover=${allow} @drop=${drop}>
      <label for="file-${kind}">${LABELS[kind]}</label>
      <span>${loaded ? `${loaded.name}: ${records(loaded.records)}` : 'none yet'}</span>
      <progress
        aria-label="Loading ${LABELS[kind].toLowerCase()}"
        max="1"
        .value=${arriving?.total ? arriving.bytes / arriving.total : Number(loaded !== null)}
      ></progress>
      <span class="caption">${arriving ? progress(arriving) : (failed?.problem ?? '')}</span>
      <input id="file-${kind}" type="file" accept=".csv,.gz" ?disabled=${!ready} @change=${choose} />
      ${failed ? button(`Try again: ${failed.name}`, true, () => retry(kind), 'small') : nothing}
    </div>
  `;
}

/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** @param {FileMessage} file */
function progress(file) {
  const of = file.total ? ` of ${megabytes(file.total)}` : '';
  return `${file.name}: ${records(file.records)}, ${megabytes(file.bytes)}${of}`;
}
