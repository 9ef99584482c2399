import { html } from 'lit';
import { list } from './mistakes/list.js';
import { matrix } from './mistakes/matrix.js';
import { pick } from './mistakes/pick.js';
import { why } from './mistakes/why.js';

/**
 * What the network reads as what; the records behind that; and why the one on the stage is read as it is.
 *
 * @param {import('../state.js').State} state
 * @param {import('../actions.js').Actions} actions
 */
export function mistakes(state, actions) {
  return html`
    <div class="mistakes">
      <div>${matrix(state, actions)} ${pick(state, actions)}</div>
      <div>${list(state, actions)} ${why(state, actions)}</div>
    </div>
  `;
}
