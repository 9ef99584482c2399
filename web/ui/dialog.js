import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { button } from './button.js';

/** Opens and closes a modal dialog. The browser returns the focus when it closes. */
class ModalDirective extends Directive {
  render(/** @type {boolean} */ _open) {}

  /**
   * @param {import('lit').ElementPart} part
   * @param {[boolean]} values
   */
  update(part, [open]) {
    const dialog = /** @type {HTMLDialogElement} */ (part.element);
    // Only after its content is drawn, because the focus moves there.
    queueMicrotask(() => {
      if (open && !dialog.open) dialog.showModal();
      else if (!open && dialog.open) dialog.close();
    });
  }
}
const modal = directive(ModalDirective);

/**
 * A modal dialog that Escape or a button closes.
 *
 * @param {string} id
 * @param {string} title
 * @param {boolean} open
 * @param {() => void} close must set `open` to false
 * @param {() => import('lit').TemplateResult | typeof nothing} content drawn only while it is open
 */
export function dialog(id, title, open, close, content) {
  return html`
    <dialog id=${id} aria-labelledby="${id}-title" ${modal(open)} @close=${close}>
      <div class="title"><h2 id="${id}-title" .textContent=${title}></h2> ${button(msg('Close'), true, close)}</div>
      ${open ? content() : nothing}
    </dialog>
  `;
}
