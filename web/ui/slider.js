import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

/**
 * A slider between its label and the text of its value.
 *
 * @param {{ id: string, label: string, min?: number, max: number, step?: number, value: number, text: string,
 *   disabled: boolean, about?: string, change: (value: number) => void }} slider about: the id of its explanation
 * @param {import('lit').TemplateResult} [end] instead of the text
 */
export const slider = (
  { id, label, min = 0, max, step = 1, value, text, disabled, about, change },
  end = html`<span aria-hidden="true" .textContent=${text}></span>`,
) => html`
  <div class="slider">
    <label for=${id} .textContent=${label}></label>
    <input id=${id} type="range" min=${min} max=${max} step=${step} ?disabled=${disabled}
      aria-valuetext=${text} aria-describedby=${about ?? nothing} .value=${live(String(value))}
      @input=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => change(target.valueAsNumber)} />
    ${end}
  </div>
`;
