import { html } from 'lit';
import { list } from './list.js';
import { matrix } from './matrix.js';
import { pick } from './pick.js';
import { saliency } from './saliency-view.js';

/**
 * The confusion matrix, the records of one of its cells, and the saliency of the record on the stage.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function mistakes(state, actions) {
  return html`
    <div class="mistakes">
      <div>${matrix(state, actions)} ${pick(state, actions)}</div>
      <div>${list(state, actions)} ${saliency(state, actions)}</div>
    </div>
  `;
}
