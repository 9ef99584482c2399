import { html } from 'lit';

/** @param {unknown} content @param {string} caption */
export const figure = (content, caption) => html`
  <figure>${content}<figcaption>${caption}</figcaption></figure>
`;
