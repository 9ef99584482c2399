import { html } from 'lit';
import { TAB_NAMES, TABS } from '../app/routes.js';

/**
 * Ways to look closer: one is open at a time, and only that one is drawn.
 *
 * @param {import('../app/page-state.js').State} state
 * @param {{ openTab: (tab: import('../app/page-state.js').Tab) => void }} actions
 * @param {Record<import('../app/page-state.js').Tab, () => unknown>} views what is in each
 */
export function closer({ tab }, { openTab }, views) {
  const open = tab ?? TAB_NAMES[0];

  /** @param {KeyboardEvent} event */
  const key = (event) => {
    const moves = { ArrowLeft: -1, ArrowRight: 1 };
    const move = /** @type {Record<string, number>} */ (moves)[event.key];
    if (!move) return;
    const next = TAB_NAMES[(TAB_NAMES.indexOf(open) + move + TAB_NAMES.length) % TAB_NAMES.length];
    openTab(next);
    document.getElementById(`tab-${next}`)?.focus();
    event.preventDefault();
    event.stopPropagation();
  };

  return html`
    <section class="card closer" aria-labelledby="closer-title">
      <h2 id="closer-title">Look closer</h2>
      <div class="tabs" role="tablist" aria-labelledby="closer-title" @keydown=${key}>
        ${TAB_NAMES.map(
          (name) => html`
            <button type="button" role="tab" id="tab-${name}" aria-selected=${name === open}
              aria-controls="closer-content" tabindex=${name === open ? 0 : -1}
              @click=${() => openTab(name)}>${TABS[name]}</button>
          `,
        )}
      </div>
      <div id="closer-content" role="tabpanel" aria-labelledby="tab-${open}" tabindex="0">
        ${views[open]()}
      </div>
    </section>
  `;
}
