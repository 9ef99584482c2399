import { html, nothing } from 'lit';

/**
 * A button that is disabled by `aria-disabled`, so that it keeps the focus for people who use a keyboard.
 *
 * @param {string} name
 * @param {boolean} enabled
 * @param {() => void} action
 * @param {'' | 'main' | 'small'} [variant] main: the most likely action
 * @param {{ reached?: () => void, other?: string }} [more] reached: called when the pointer or the focus reaches it;
 *   other: the name of a button that takes its place, for which there is room. The second click of a double click would
 *   be on that one
 */
export function button(name, enabled, action, variant = '', { reached = () => {}, other = '' } = {}) {
  const click = (/** @type {MouseEvent} */ { detail }) => {
    if (enabled && (!other || detail <= 1)) action();
  };
  // Some would read out the room as well, unless it has a label.
  return html`
    <button type="button" class=${variant} data-room=${other || nothing} aria-label=${other ? name : nothing}
      aria-disabled=${!enabled} @click=${click} @pointerenter=${reached} @focus=${reached} .textContent=${name}></button>
  `;
}
