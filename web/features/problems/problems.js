import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';

/**
 * The list of problems, with buttons to dismiss it, to restart the worker or to reload the page.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ dismiss: () => void, restart: () => void, reload: () => void }} actions
 */
export function problems({ problems, dead, outdated }, { dismiss, restart, reload }) {
  return html`
    <div role="alert" class="problems" ?hidden=${problems.length === 0 && !dead}>
      ${problems.map((problem) => html`<p .textContent=${problem()}></p>`)}
      ${dead && outdated ? button(msg('Reload the page'), true, reload, 'main') : nothing}
      ${dead ? button(msg('Start again'), true, restart) : nothing}
      ${problems.length > 0 && !dead ? button(msg('Dismiss'), true, dismiss) : nothing}
    </div>
  `;
}
