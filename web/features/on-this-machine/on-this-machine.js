import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';
import { megabytes, plural } from '../../ui/format.js';
import { stacked } from '../../ui/stacked.js';

/**
 * What the page stores on this machine, and what it has sent from here.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function onThisMachine({ onThisMachine: { sent, offline, bytes } }, { removeStored }) {
  return html`
    <section class="card on-this-machine" aria-labelledby="on-this-machine-title">
      <h2 id="on-this-machine-title" .textContent=${msg('On this machine')}></h2>
      <div class="side-by-side">
        <div>
          <p class="sent"><output aria-label=${msg('Sent')} .textContent=${plural(sent, { one: msg('# byte sent'), other: msg('# bytes sent') })}></output></p>
          <p .textContent=${msg('What you draw and train stays here. To check it, open the browser’s developer tools (F12) at Network, then draw and train: the page only asks its server for its own files. Or switch the network off, and go on.')}></p>
        </div>
        <div>
          <p role="status">${stacked(
            OFFLINE[offline](),
            Object.values(OFFLINE).map((say) => say()),
          )}</p>
          <p class="caption">${stacked(bytes > 0 ? stored(bytes) : '', [stored(88.8e6)])}</p>
          ${button(msg('Remove what is stored'), offline === 'stored', removeStored, 'small')}
        </div>
      </div>
    </section>
  `;
}

/**
 * Says that another release of the page is there.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export const renewal = ({ onThisMachine: { renewed } }, { renew }) =>
  renewed
    ? html`
        <div class="card renewal" role="status">
          <p .textContent=${msg('There is a new version of this page. Until you load it, everything goes on as it is.')}></p>
          ${button(msg('Load the new version'), true, renew)}
        </div>
      `
    : nothing;

/** @type {Record<import('./state.js').OnThisMachine['offline'], () => string>} */
const OFFLINE = {
  unknown: () => msg('Getting ready to work without a network…'),
  impossible: () =>
    msg('This page works without a network only if it is opened by https, or from this very machine.'),
  refused: () => msg('This browser does not store the page, so it needs its server each time it is opened.'),
  stored: () =>
    msg('This page works without a network now, training included once the MNIST records have been loaded.'),
  removed: () => msg('Nothing is stored any more. The page will be stored again at the next visit.'),
};

/** @param {number} bytes */
const stored = (bytes) => msg(str`This site stores about ${megabytes(bytes)} in this browser.`);
