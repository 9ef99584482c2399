import { html, nothing } from 'lit';
import { errorSentence } from '../../shared/error-data.js';
import { button } from '../../ui/button.js';
import { quantity, records as recordCount } from '../../ui/format.js';

/**
 * @typedef {import('../../glassbox.js').Kind} Kind
 * @typedef {import('../../shared/file-progress.js').FileProgress} FileProgress
 */

/** @type {Record<Kind, string>} */
const LABELS = { train: 'Training records', test: 'Test records' };
/** @type {Record<Kind, string>} */
const LOADING = { train: 'Loading training records', test: 'Loading test records' };

/**
 * The two files of records: MNIST, or the visitor's own files, chosen or dropped here.
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
        Press Train to load the MNIST records. To use your own, choose a file or drop it on one of the two fields. It
        must be a CSV file, which may be compressed (.csv.gz), with one record per line: the label from 0 to 9,
        then 784 pixels from 0 to 255. Your file stays on this machine.
      </p>
    </section>
  `;
}

/**
 * @param {Kind} kind
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
function row(kind, { records, ready }, { loadFile, retry }) {
  const { loaded, latest } = records[kind];
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
    // Allows the same file to be chosen again.
    target.value = '';
  };
  return html`
    <div class="file" @dragover=${allow} @drop=${drop}>
      <label for="file-${kind}">${LABELS[kind]}</label>
      <span>${loaded ? `${loaded.name}: ${recordCount(loaded.records)}` : 'not loaded yet'}</span>
      <progress
        aria-label=${LOADING[kind]}
        max="1"
        .value=${arriving?.total ? arriving.bytes / arriving.total : Number(loaded !== null)}
      ></progress>
      <span class="caption">${arriving ? progress(arriving) : failed?.error ? errorSentence(failed.error) : ''}</span>
      <input id="file-${kind}" type="file" accept=".csv,.gz" ?disabled=${!ready} @change=${choose} />
      ${failed ? button(`Try again: ${failed.name}`, true, () => retry(kind), 'small') : nothing}
    </div>
  `;
}

/** @param {number} bytes */
const megabytes = (bytes) => quantity(bytes / 1e6, 'megabyte', 1);

/** @param {FileProgress} file */
function progress(file) {
  const count = recordCount(file.records);
  return file.total
    ? `${file.name}: ${count}, ${megabytes(file.bytes)} of ${megabytes(file.total)}`
    : `${file.name}: ${count}, ${megabytes(file.bytes)}`;
}
