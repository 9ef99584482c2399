import { html } from 'lit';

/**
 * A button that is disabled by `aria-disabled`, so that it keeps the focus for people who use a keyboard.
 *
 * @param {string} name
 * @param {boolean} enabled
 * @param {() => void} action
 * @param {'' | 'main' | 'small'} [variant] main: the most likely action
 */
export function button(name, enabled, action, variant = '') {
  return html`
    <button type="button" class=${variant} aria-disabled=${!enabled} @click=${() => enabled && action()}
      .textContent=${name}></button>
  `;
}
