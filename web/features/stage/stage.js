import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { connections } from './connections.js';
import { readout } from './explanation.js';
import { hidden } from './hidden.js';
import { inputs } from './inputs.js';
import { outputs } from './outputs.js';
import { pad } from './pad.js';
import { preparation } from './preparation.js';

/**
 * The network at work, from left to right: the drawing, the inputs, the hidden nodes and the outputs. Below them, an
 * explanation of the part that the visitor points at.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 * @param {boolean} withPreparation whether it shows how a drawing is prepared
 * @param {Record<'timeline' | 'wayBack' | 'below', import('lit').TemplateResult | typeof nothing>} others what other
 *   features show: the timeline takes all of it back to earlier steps, the way back leads to where the visitor came from,
 *   and below is what is about the picture
 */
export function stage(state, actions, withPreparation, { timeline, wayBack, below }) {
  return html`
    <section class="card stage" aria-labelledby="stage-title" aria-busy=${state.stage.asking}>
      <h2 id="stage-title" class="visually-hidden" .textContent=${msg('The network at work')}></h2>
      <div class="flow">
        ${connections(state)}
        ${pad(state, actions)} ${inputs(state, actions)} ${hidden(state, actions)} ${outputs(state, actions)}
      </div>
      ${readout(state, actions, wayBack)}
      ${timeline}
      ${withPreparation ? preparation(state, actions) : nothing}
      ${below}
    </section>
  `;
}
