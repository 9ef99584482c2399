import { html } from 'lit';

/**
 * A button that can't be pressed keeps the focus all the same: who works by keyboard must not lose the place.
 *
 * @param {string} name
 * @param {boolean} enabled
 * @param {() => void} action
 */
export function button(name, enabled, action) {
  return html`
    <button type="button" class=${name === 'Train' ? 'main' : ''} aria-disabled=${!enabled}
      @click=${() => enabled && action()}>${name}</button>
  `;
}
