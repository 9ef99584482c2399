import { msg } from '@lit/localize';
import { html } from 'lit';
import { button } from '../../ui/button.js';
import { fileInput } from '../../ui/file-input.js';
import { stacked } from '../../ui/stacked.js';
import { whichAnswers } from './texts.js';

/**
 * Android's file chooser goes by MIME types, and .npz has none of its own: a file is either an unknown one or the zip
 * that it is inside.
 */
const ACCEPT = '.npz,application/octet-stream,application/zip,application/x-zip-compressed';

/** What takes most room, so that nothing moves when another network answers. */
const LONGEST = /** @type {const} */ ({
  kind: 'snapshot',
  step: 88_888_888,
  isTrained: true,
  hiddenNodes: 8888,
});

/**
 * Saving the network that answers as a file, and opening a network from one.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function networkFiles({ runs, runId, ready }, { saveNetwork, openNetwork, closeNetwork }) {
  const { answering } = runs[runId];
  return html`
    <section class="card network-files" aria-labelledby="network-files-title">
      <h2 id="network-files-title" .textContent=${msg('Network files')}></h2>
      <div class="side-by-side">
        <div>
          <p role="status">${stacked(whichAnswers(answering), [whichAnswers(LONGEST)])}</p>
          <div class="controls">
            ${button(msg('Save this network'), ready && answering !== null, saveNetwork)}
            ${button(msg('Back to your own network'), ready && answering?.kind === 'file', closeNetwork)}
          </div>
          <p .textContent=${msg('An .npz file holds the weights as two arrays, wih and who, which Python reads with numpy.load.')}></p>
        </div>
        <div>
          <div class="file">
            <label for="network-file" .textContent=${msg('Open a network')}></label>
            <span class="caption" .textContent=${msg('Choose an .npz file, or drop it anywhere on the page.')}></span>
            ${fileInput('network-file', ACCEPT, ready, ([file]) => openNetwork(file), false)}
          </div>
          <p .textContent=${msg('It may have been saved here or by numpy, Keras or PyTorch: 784 inputs, one layer of hidden nodes and 10 outputs, all sigmoid, without biases. The network answers everywhere on this page until you go back, or train. Your own network stays as it is, and the file stays on this machine.')}></p>
        </div>
      </div>
    </section>
  `;
}
