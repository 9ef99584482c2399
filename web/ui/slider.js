import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

/** @typedef {{ at: number, text: string }} Mark of a scale; at: 0 at its left end, 1 at its right end */

/**
 * A slider between its label and the text of its value.
 *
 * @param {{ id: string, label: string, min?: number, max: number, step?: number, value: number, text: string,
 *   disabled: boolean, about?: string, marks?: Mark[], change: (value: number) => void }} slider about: the id of its
 *   explanation; marks: its scale, below it
 * @param {import('lit').TemplateResult} [end] instead of the text
 */
export const slider = (
  { id, label, min = 0, max, step = 1, value, text, disabled, about, marks, change },
  end = html`<span aria-hidden="true" .textContent=${text}></span>`,
) => html`
  <div class="slider">
    <label for=${id} .textContent=${label}></label>
    <input id=${id} type="range" min=${min} max=${max} step=${step} ?disabled=${disabled}
      aria-valuetext=${text} aria-describedby=${about ?? nothing} .value=${live(String(value))}
      @input=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => change(target.valueAsNumber)} />
    ${marks ? scale(marks) : nothing}
    ${end}
  </div>
`;

/** For the eye only: the slider says its value itself. @param {Mark[]} marks */
const scale = (marks) => html`
  <div class="scale" aria-hidden="true">
    ${marks.map(({ at, text }) => html`<span .style=${`--at: ${at}`} .textContent=${text}></span>`)}
  </div>
`;
