import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';

/**
 * The list of problems, with a button to dismiss it or to restart the worker.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ dismiss: () => void, restart: () => void }} actions
 */
export function problems({ problems, dead }, { dismiss, restart }) {
  return html`
    <div role="alert" class="problems">
      ${problems.map((problem) => html`<p>${problem}</p>`)}
      ${dead ? button('Start again', true, restart) : nothing}
      ${problems.length > 0 && !dead ? button('Dismiss', true, dismiss) : nothing}
    </div>
  `;
}
