import { html, nothing } from 'lit';

/** @typedef {import('../../glassbox.js').Kind} Kind */

const LABELS = { train: 'Training records', test: 'Test records' };

/**
 * The two files of records: MNIST's, or the visitor's own by picker or drag and drop.
 *
 * @param {import('../state.js').State} state
 * @param {{ load: (kind: Kind, file: File) => void, retry: (kind: Kind) => void }} actions
 */
export function files(state, actions) {
  return html`
    <section class="card files" aria-labelledby="files-title">
      <h2 id="files-title">Records</h2>
      ${row('train', state, actions)} ${row('test', state, actions)}
      <p>
        Train fetches MNIST. Or give your own file: CSV, also packed (.csv.gz); a line a record, the
        label 0 to 9, then 784 greys 0 to 255. It stays on this machine.
      </p>
    </section>
  `;
}

/**
 * @param {Kind} kind
 * @param {import('../state.js').State} state
 * @param {{ load: (kind: Kind, file: File) => void, retry: (kind: Kind) => void }} actions
 */
function row(kind, { files, ready }, { load, retry }) {
  const file = files[kind];
  const allow = (/** @type {DragEvent} */ event) => event.preventDefault();
  const drop = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    const dropped = event.dataTransfer?.files[0];
    if (dropped) load(kind, dropped);
  };
  const choose = (/** @type {Event & { target: HTMLInputElement }} */ { target }) => {
    if (target.files?.[0]) load(kind, target.files[0]);
    // So that the same file can be chosen again.
    target.value = '';
  };
  return html`
    <div class="file" @dragover=${allow} @drop=${drop}>
      <label for="file-${kind}">${LABELS[kind]}</label>
      <span class="state">${stateOf(file)}</span>
      <progress aria-label="Loading: ${LABELS[kind]}" max="1" .value=${share(file)}></progress>
      <input id="file-${kind}" type="file" accept=".csv,.gz" ?disabled=${!ready} @change=${choose} />
      ${
        file?.state === 'failed'
          ? html`<button type="button" @click=${() => retry(kind)}>Try again: ${LABELS[kind]}</button>`
          : nothing
      }
    </div>
  `;
}

/** @param {import('../state.js').FileMessage | null} file */
function share(file) {
  if (!file) return 0;
  if (file.state === 'loaded') return 1;
  return file.total ? file.bytes / file.total : 0;
}

/** @param {import('../state.js').FileMessage | null} file */
function stateOf(file) {
  if (!file) return 'none yet';
  const records = `${file.records.toLocaleString('en')} records`;
  const [done, all] = [file.bytes, file.total].map((bytes) => `${((bytes ?? 0) / 1e6).toFixed(1)} MB`);
  switch (file.state) {
    case 'arriving':
      return `${file.name}: ${records}, ${file.total ? `${done} of ${all}` : done}`;
    case 'loaded':
      return `${file.name}: ${records}`;
    default:
      return `${file.name}: ${file.problem}`;
  }
}
