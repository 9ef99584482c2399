import { html, nothing } from 'lit';
import { visible } from '../state/place.js';
import { connections } from './stage/connections.js';
import { hidden } from './stage/hidden.js';
import { inputs } from './stage/inputs.js';
import { outputs } from './stage/outputs.js';
import { pad } from './stage/pad.js';
import { preparation } from './stage/preparation.js';
import { readout } from './stage/readout.js';

/**
 * The network at work, from left to right: what is drawn, what of it goes in, what hidden nodes and
 * outputs make of it. And what the part is that the visitor points at.
 *
 * @param {import('../state.js').State} state
 * @param {import('../actions.js').Actions} actions
 */
export function stage(state, actions) {
  return html`
    <section class="card stage" aria-labelledby="stage-title" aria-busy=${state.asking}>
      <h2 id="stage-title" class="unseen">The network at work</h2>
      <div class="flow">
        ${connections(state)}
        ${pad(state, actions)} ${inputs(state, actions)} ${hidden(state, actions)} ${outputs(state, actions)}
      </div>
      ${readout(state, actions)}
      ${visible(state, 'preparation') ? preparation(state, actions) : nothing}
    </section>
  `;
}
