import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { KEYS } from '../../app/keys.js';
import { dialog } from '../../ui/dialog.js';

/** What stands on the key of a keyboard. @param {string} key */
const cap = (key) => (key === 'Escape' ? 'Esc' : key.toUpperCase());

/**
 * The list of keys, and the switch that turns them off.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ switchKeys: (on: boolean) => void, closeDialog: () => void }} actions
 */
export function keys({ tools: { open, keysOn } }, { switchKeys, closeDialog }) {
  return dialog(
    'keys',
    'Keys',
    open === 'keys',
    closeDialog,
    () => html`
      <label class="check">
        <input type="checkbox" .checked=${live(keysOn)}
          @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => switchKeys(target.checked)} />
        Keys are on
      </label>
      <table>
        <thead class="unseen"><tr><th scope="col">Key</th><th scope="col">What it does</th></tr></thead>
        <tbody>
          ${KEYS.map(
            ({ key, says }) => html`<tr><th scope="row"><kbd>${cap(key)}</kbd></th><td>${says}</td></tr>`,
          )}
        </tbody>
      </table>
      <p>
        Press Tab to reach every part of the page. Among the inputs and the hidden nodes, use the arrow keys to
        move, Enter to pin and Esc to unpin.
      </p>
    `,
  );
}
