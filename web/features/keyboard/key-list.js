import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { dialog } from '../../ui/dialog.js';

/**
 * What keys do, and whether they do.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ switchKeys: (on: boolean) => void, closeDialog: () => void }} actions
 * @param {readonly { key: string, says: string }[]} list of all keys
 */
export function keys(state, { switchKeys, closeDialog }, list) {
  return dialog(
    'keys',
    'Keys',
    state.dialog === 'keys',
    closeDialog,
    () => html`
      <label class="check">
        <input type="checkbox" .checked=${live(state.keyboard.on)}
          @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => switchKeys(target.checked)} />
        Keys are on
      </label>
      <table>
        <thead class="visually-hidden"><tr><th scope="col">Key</th><th scope="col">What it does</th></tr></thead>
        <tbody>
          ${list.map(
            ({ key, says }) =>
              html`<tr><th scope="row"><kbd>${key.length === 1 ? key.toUpperCase() : key}</kbd></th><td>${says}</td></tr>`,
          )}
        </tbody>
      </table>
      <p>
        Tab leads to every part. In the fields of inputs and hidden nodes the arrow keys move, and Enter keeps.
      </p>
    `,
  );
}
