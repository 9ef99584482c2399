import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { errorSentence } from '../../shared/error-data.js';
import { arriving } from '../../shared/file-progress.js';
import { button } from '../../ui/button.js';
import { explainedCheck } from '../../ui/check.js';
import { fileInput } from '../../ui/file-input.js';
import { megabytes, records as recordCount } from '../../ui/format.js';
import { setName } from '../../ui/set-name.js';
import { stacked } from '../../ui/stacked.js';
import { isMnist } from './actions.js';
import { ACCEPT } from './file-types.js';
import { KIND_TEXTS, mixture, ODDITY_TEXTS } from './texts.js';

/**
 * @typedef {import('../../glassbox.js').Kind} Kind
 * @typedef {import('../../shared/file-progress.js').FileProgress} FileProgress
 * @typedef {import('../../app/page-state.js').State} State
 * @typedef {import('../../app/create-actions.js').Actions} Actions
 */

/** Examples of what the bundled network has learned from (data/make-sheet.js). */
const HANDWRITING = new URL('../../images/handwriting.svg', import.meta.url).href;

const holdOut = () => ({
  id: 'hold-out',
  words: msg('Hold out every tenth record of my training file for testing'),
  explanation: msg(
    'Without this, or a test file of your own, the network is tested on MNIST, whatever it has learned from.',
  ),
});

/**
 * The two sets of records: MNIST, or the visitor's own files, chosen or dropped here. A button comes last on the page:
 * from a summary, Tab would not lead around to the page's beginning in Firefox.
 *
 * @param {State} state
 * @param {Actions} actions
 */
export function files(state, actions) {
  const { records, ready } = state;
  return html`
    <section class="card files" aria-labelledby="files-title">
      <h2 id="files-title" .textContent=${msg('Records')}></h2>
      ${row('train', state, actions)} ${row('test', state, actions)}
      <p class="caption" .textContent=${mixture(records)}></p>
      ${explainedCheck(holdOut(), records.holdOut, actions.setHoldOut)}
      <details>
        <summary .textContent=${msg('What did the network that came with the page learn from?')}></summary>
        <p .textContent=${msg('More than half of its records are MNIST’s, which were written in one country. The others are drawings made by a program: digits as people write them elsewhere, and what is no digit, so that it can say so: letters, signs, shapes, scribbles, and several digits at once. It has never seen the records and drawings that it was tested on.')}></p>
        <img class="handwriting" src=${HANDWRITING} loading="lazy" width="700" height="750"
          alt=${msg('Ten rows of digits, in the ways that people write them, and five rows of what is no digit')} />
      </details>
      ${button(msg('Use MNIST'), ready && !(isMnist(records.train) && isMnist(records.test)), actions.useMnist, 'small')}
      <p .textContent=${msg('Without files of your own, Train loads the MNIST records. To use your own, choose files or drop them on one of the two fields: CSV with one record per line, the label from 0 to 9 and 784 pixels, or MNIST’s original files, images and labels together. Files may be compressed with gzip or zip. They stay on this machine.')}></p>
    </section>
  `;
}

/**
 * @param {Kind} kind
 * @param {State} state
 * @param {Actions} actions
 */
function row(kind, { records, ready }, actions) {
  const { loaded, mnist, own } = records[kind];
  const { label, use, loading } = KIND_TEXTS[kind];
  const file = arriving({ own, mnist });
  const allow = (/** @type {DragEvent} */ event) => event.preventDefault();
  const drop = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    // The page takes what is dropped beside the two places.
    event.stopPropagation();
    if (event.dataTransfer) actions.dropFiles(event.dataTransfer, kind);
  };
  return html`
    <div class="file" @dragover=${allow} @drop=${drop}>
      <label for="file-${kind}" .textContent=${label()}></label>
      <span class="caption" .textContent=${use()}></span>
      <div role="status">
        <span .textContent=${inUse(kind, loaded)}></span>
        ${loaded?.oddity ? html`<p class="odd" .textContent=${ODDITY_TEXTS[loaded.oddity.code].text()}></p>` : nothing}
      </div>
      ${correction(kind, loaded, actions)}
      <progress
        aria-label=${loading()}
        max="1"
        .value=${file?.total ? file.bytes / file.total : Number(loaded !== null)}
      ></progress>
      <span class="caption">${stacked(progress(file, own, mnist), [told(LONGEST)])}</span>
      ${fileInput(`file-${kind}`, ACCEPT, ready, (files) => actions.loadFiles(files, kind))}
      ${
        mnist?.state === 'failed' && mnist.error?.code !== 'file-left-out'
          ? button(msg(str`Try again: ${mnist.name}`), true, () => actions.loadMnist(kind), 'small')
          : nothing
      }
    </div>
  `;
}

/** @param {Kind} kind @param {import('./state.js').LoadedSet | null} loaded */
function inUse(kind, loaded) {
  if (!loaded) return msg('not loaded yet');
  const { heldOut } = loaded;
  const name = setName(loaded.name);
  const count = recordCount(loaded.records);
  if (!heldOut) return `${name}: ${count}`;
  return kind === 'train'
    ? msg(str`${name}: ${count}; every tenth is held out`)
    : msg(str`held out of ${name}: ${count}`);
}

/** @param {Kind} kind @param {import('./state.js').LoadedSet | null} loaded @param {Actions} actions */
function correction(kind, loaded, { correctRecords }) {
  const words = loaded?.oddity && ODDITY_TEXTS[loaded.oddity.code].button;
  return words ? button(words(), true, () => correctRecords(kind), 'small') : nothing;
}

/**
 * @param {FileProgress | null} file that is arriving
 * @param {FileProgress | null} own
 * @param {FileProgress | null} mnist
 */
function progress(file, own, mnist) {
  if (file) return told(file);
  const failed = own?.error ?? mnist?.error;
  return failed ? errorSentence(failed) : '';
}

/** Of MNIST's files, so that nothing moves while they arrive. */
const LONGEST = { name: 'mnist_train.csv.gz', records: 88_888, bytes: 88.8e6, total: 88.8e6 };

/** @param {Pick<FileProgress, 'name' | 'records' | 'bytes' | 'total'>} file */
function told({ records, bytes, total, ...file }) {
  const name = setName(file.name);
  const count = recordCount(records);
  return total
    ? msg(str`${name}: ${count}, ${megabytes(bytes)} of ${megabytes(total)}`)
    : `${name}: ${count}, ${megabytes(bytes)}`;
}
