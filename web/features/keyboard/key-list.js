import { msg } from '@lit/localize';
import { html } from 'lit';
import { check } from '../../ui/check.js';
import { dialog } from '../../ui/dialog.js';

/** The label on a keyboard's key. @param {string} key */
const cap = (key) => (key === 'Escape' ? 'Esc' : key.toUpperCase());

/**
 * The list of keys, and the switch that turns them off.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ switchKeys: (on: boolean) => void, closeDialog: () => void }} actions
 * @param {readonly { key: string, says: () => string }[]} list of all keys
 */
export function keys(state, { switchKeys, closeDialog }, list) {
  return dialog(
    'keys',
    msg('Keys'),
    state.dialog === 'keys',
    closeDialog,
    () => html`
      ${check(msg('Keys are on'), state.keyboard.on, switchKeys)}
      <table class="key-list">
        <thead class="visually-hidden"><tr><th scope="col" .textContent=${msg('Key')}></th><th scope="col" .textContent=${msg('What it does')}></th></tr></thead>
        <tbody>
          ${list.map(
            ({ key, says }) => html`<tr>
              <th scope="row"><kbd translate="no" .textContent=${cap(key)}></kbd></th>
              <td .textContent=${says()}></td>
            </tr>`,
          )}
        </tbody>
      </table>
      <p .textContent=${msg('If your keyboard has no Latin letters, use the keys in the same places.')}></p>
      <p .textContent=${msg('Press Tab to reach every part of the page. Among the inputs and the hidden nodes, use the arrow keys to move, Enter to pin and Esc to unpin.')}></p>
    `,
  );
}
