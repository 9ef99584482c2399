import { html } from 'lit';

/** @param {import('lit').TemplateResult} content @param {string} caption */
export const figure = (content, caption) => html`
  <figure>${content}<figcaption .textContent=${caption}></figcaption></figure>
`;
