import { html, nothing } from 'lit';

/**
 * What went wrong, in plain words, and a button to carry on.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ dismiss: () => void, restart: () => void }} actions
 */
export function problems({ problems, dead }, { dismiss, restart }) {
  return html`
    <div role="alert" class="problems">
      ${problems.map((problem) => html`<p>${problem}</p>`)}
      ${dead ? html`<button type="button" @click=${restart}>Start again</button>` : nothing}
      ${problems.length > 0 && !dead ? html`<button type="button" @click=${dismiss}>Dismiss</button>` : nothing}
    </div>
  `;
}
