import { html } from 'lit';
import { tabs } from '../ui/tabs.js';
import { VIEW_NAMES, VIEWS } from './routes.js';

/**
 * Ways to look closer: one is open at a time, and only that one is drawn.
 *
 * @param {import('./page-state.js').State} state
 * @param {{ look: (view: import('./routes.js').View) => void }} actions
 * @param {Record<import('./routes.js').View, () => unknown>} views what is in each
 */
export function closer({ view }, { look }, views) {
  const open = view ?? VIEW_NAMES[0];
  return html`
    <section class="card closer" aria-labelledby="closer-title">
      <h2 id="closer-title">Look closer</h2>
      ${tabs(
        { id: 'closer-content', labelledBy: 'closer-title', names: VIEWS, open, choose: look },
        views[open](),
      )}
    </section>
  `;
}
