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
    <div class="views" role="group" aria-label="What fills the screen">
      ${choice('stage', 'Network')}
      ${hide.includes('training') ? nothing : choice('curves', 'Curves')}
      ${choice('pictures', 'Pictures')}
      ${hide.includes('closer') ? nothing : choice('closer', 'Look closer')}
    </div>
  `;
}
