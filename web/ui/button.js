import { html } from 'lit';

/**
 * A button that can't be pressed keeps the focus all the same: who works by keyboard must not lose the place.
 *
 * @param {unknown} name
 * @param {boolean} enabled
 * @param {() => void} action
 * @param {'' | 'main' | 'small'} [look] main: what one is most likely to want
 */
export function button(name, enabled, action, look = '') {
  return html`
    <button type="button" class=${look} aria-disabled=${!enabled} @click=${() => enabled && action()}>${name}</button>
  `;
}
