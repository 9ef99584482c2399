import { msg } from '@lit/localize';
import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { span } from '../../ui/span.js';
import { SCHEMES } from './actions.js';

/** @typedef {import('./actions.js').Scheme} Scheme */

/** @type {Record<Scheme, () => string>} */
const LABELS = {
  system: () => msg('System'),
  light: () => msg('Light'),
  dark: () => msg('Dark'),
};

/**
 * The choice between light and dark, small enough for the header.
 *
 * @param {{ scheme: Scheme }} state
 * @param {{ chooseScheme: (scheme: Scheme) => void }} actions
 */
export function scheme({ scheme }, { chooseScheme }) {
  return html`
    <fieldset class="scheme">
      <legend class="visually-hidden" .textContent=${msg('Light and dark')}></legend>
      ${SCHEMES.map(
        (each) => html`
          <label>
            <input type="radio" name="scheme" .checked=${live(each === scheme)}
              @change=${() => chooseScheme(each)} />
            ${span(LABELS[each]())}
          </label>
        `,
      )}
    </fieldset>
  `;
}
