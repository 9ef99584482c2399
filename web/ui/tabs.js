import { html } from 'lit';

/**
 * Tabs. One of them is open.
 *
 * @template {string} T
 * @param {{ id: string, labelledBy: string, names: Record<T, () => string>, open: T, choose: (tab: T) => void }} tabs
 *   id: of their panel; labelledBy: the id of their heading; names: in their order
 * @param {import('lit').TemplateResult} content of the open tab
 */
export function tabs({ id, labelledBy, names, open, choose }, content) {
  const order = /** @type {T[]} */ (Object.keys(names));

  /** @param {KeyboardEvent} event */
  const key = (event) => {
    const moves = { ArrowLeft: -1, ArrowRight: 1 };
    const move = /** @type {Record<string, number>} */ (moves)[event.key];
    if (!move) return;
    const next = order[(order.indexOf(open) + move + order.length) % order.length];
    choose(next);
    document.getElementById(`tab-${next}`)?.focus();
    event.preventDefault();
    event.stopPropagation();
  };

  return html`
    <div class="tabs" role="tablist" aria-labelledby=${labelledBy} @keydown=${key}>
      ${order.map(
        (name) => html`
          <button type="button" role="tab" id="tab-${name}" aria-selected=${name === open}
            data-room=${names[name]()} aria-label=${names[name]()}
            aria-controls=${id} tabindex=${name === open ? 0 : -1} @click=${() => choose(name)}
            .textContent=${names[name]()}></button>
        `,
      )}
    </div>
    <div id=${id} role="tabpanel" aria-labelledby="tab-${open}" tabindex="0">${content}</div>
  `;
}
