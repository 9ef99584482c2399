import { html } from 'lit';

/**
 * A button that is disabled by `aria-disabled`, so that it keeps the focus for people who use a keyboard.
 *
 * @param {string} name
 * @param {boolean} enabled
 * @param {() => void} action
 * @param {'' | 'main' | 'small'} [variant] main: the most likely action
 * @param {() => void} [reached] called when the pointer or the focus reaches it
 */
export function button(name, enabled, action, variant = '', reached = () => {}) {
  return html`
    <button type="button" class=${variant} aria-disabled=${!enabled} @click=${() => enabled && action()}
      @pointerenter=${reached} @focus=${reached} .textContent=${name}></button>
  `;
}
