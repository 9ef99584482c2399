import { html } from 'lit';
import { KEYS } from '../../app/keys.js';
import { check } from '../../ui/check.js';
import { dialog } from '../../ui/dialog.js';

/**
 * What keys do, and whether they do.
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
      ${check('Keys are on', keysOn, switchKeys)}
      <table class="key-list">
        <thead class="visually-hidden"><tr><th scope="col">Key</th><th scope="col">What it does</th></tr></thead>
        <tbody>
          ${KEYS.map(
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
