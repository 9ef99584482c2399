import { html } from 'lit';

/**
 * An input for files, where the same file can be chosen again.
 *
 * @param {string} id
 * @param {string} accept as in HTML
 * @param {boolean} enabled
 * @param {(files: File[]) => void} choose
 * @param {boolean} [multiple] whether it takes several at once
 */
export const fileInput = (id, accept, enabled, choose, multiple = true) => html`
  <input id=${id} type="file" ?multiple=${multiple} accept=${accept} ?disabled=${!enabled}
    @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => {
      choose(Array.from(target.files ?? []));
      target.value = '';
    }} />
`;
