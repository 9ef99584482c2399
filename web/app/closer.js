import { msg } from '@lit/localize';
import { html } from 'lit';
import { tabs } from '../ui/tabs.js';
import { TAB_NAMES, TABS } from './routes.js';

/**
 * The tabs of ‘Look closer’. Only the open tab is drawn.
 *
 * @param {import('./page-state.js').State} state
 * @param {{ openTab: (tab: import('./routes.js').Tab) => void }} actions
 * @param {Record<import('./routes.js').Tab, () => import('lit').TemplateResult>} views of the tabs
 */
export function closer({ tab }, { openTab }, views) {
  const open = tab ?? TAB_NAMES[0];
  return html`
    <section class="card closer" aria-labelledby="closer-title">
      <h2 id="closer-title" .textContent=${msg('Look closer')}></h2>
      ${tabs(
        { id: 'closer-content', labelledBy: 'closer-title', names: TABS, open, choose: openTab },
        views[open](),
      )}
    </section>
  `;
}
