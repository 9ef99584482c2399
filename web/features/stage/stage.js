import { html, nothing } from 'lit';
import { visible } from '../../app/route-state.js';
import { connections } from './connections.js';
import { readout } from './explanation.js';
import { hidden } from './hidden.js';
import { inputs } from './inputs.js';
import { outputs } from './outputs.js';
import { pad } from './pad.js';
import { preparation } from './preparation.js';

/**
 * The network at work, from left to right: what is drawn, what of it goes in, what hidden nodes and
 * outputs make of it. And what the part is that the visitor points at.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function stage(state, actions) {
  return html`
    <section class="card stage" aria-labelledby="stage-title" aria-busy=${state.asking}>
      <h2 id="stage-title" class="visually-hidden">The network at work</h2>
      <div class="flow">
        ${connections(state)}
        ${pad(state, actions)} ${inputs(state, actions)} ${hidden(state, actions)} ${outputs(state, actions)}
      </div>
      ${readout(state, actions)}
      ${visible(state, 'preparation') ? preparation(state, actions) : nothing}
    </section>
  `;
}
