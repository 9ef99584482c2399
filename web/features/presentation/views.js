import { msg } from '@lit/localize';
import { html, nothing } from 'lit';

/** @typedef {NonNullable<import('../../app/page-state.js').State['present']>} View what fills the screen */

/**
 * The choice of what fills the screen in a presentation.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ fillWith: (view: View) => void }} actions
 */
export function views({ present, hide }, { fillWith }) {
  /** @param {View} view @param {string} name */
  const choice = (view, name) => html`
    <button type="button" class="small" aria-pressed=${present === view} .textContent=${name}
      @click=${() => fillWith(view)}></button>
  `;
  return html`
    <div class="views choice" role="group" aria-label=${msg('What fills the screen')}>
      ${choice('stage', msg('Network'))}
      ${hide.includes('training') ? nothing : choice('curves', msg('Curves'))}
      ${choice('pictures', msg('Pictures'))}
      ${hide.includes('closer') ? nothing : choice('closer', msg('Look closer'))}
    </div>
  `;
}
