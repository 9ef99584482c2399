import { html } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { button } from './button.js';

/** Opens a dialog over the page, and closes it; the browser gives the focus back to where it was. */
class ModalDirective extends Directive {
  render(/** @type {boolean} */ _open) {}

  /**
   * @param {import('lit').ElementPart} part
   * @param {[boolean]} values
   */
  update(part, [open]) {
    const dialog = /** @type {HTMLDialogElement} */ (part.element);
    // Once what is in it is drawn: the focus goes there.
    queueMicrotask(() => {
      if (open && !dialog.open) dialog.showModal();
      else if (!open && dialog.open) dialog.close();
    });
  }
}
const modal = directive(ModalDirective);

/**
 * A dialog over the page, that closes with Escape and with a button.
 *
 * @param {string} id
 * @param {string} title
 * @param {boolean} open
 * @param {() => void} close has to make it not open
 * @param {() => unknown} content drawn only while it is open
 */
export function dialog(id, title, open, close, content) {
  return html`
    <dialog id=${id} aria-labelledby="${id}-title" ${modal(open)} @close=${close}>
      <div class="title"><h2 id="${id}-title">${title}</h2> ${button('Close', true, close)}</div>
      ${open ? content() : ''}
    </dialog>
  `;
}
