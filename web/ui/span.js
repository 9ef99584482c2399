import { html } from 'lit';

/**
 * A text that may change, such as a number in a sentence, or a template.
 *
 * A browser that translates the page puts elements in the place of text nodes. Lit keeps writing to the node that it
 * made, which is no longer on the page, and looks for the words behind an expression, which are not there either. So
 * in templates no text is a child: it is bound as the `textContent` of an element of its own, and no words follow
 * other templates. tests/unit/templates.test.js checks this.
 *
 * @param {string | number | import('lit').TemplateResult} content
 */
export const span = (content) =>
  typeof content === 'object' ? html`<span>${content}</span>` : html`<span .textContent=${content}></span>`;
