import { html } from 'lit';
import { DIGITS } from '../../shared/shape.js';
import { button } from '../../ui/button.js';
import { stacked } from '../../ui/stacked.js';
import { reading } from './reading.js';
import { BLANK, CLIMB } from './state.js';
import { count, ten } from './ten.js';
import { longestVerdict, verdict } from './verdict.js';

/**
 * Gradient ascent on the input, as one may watch it.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function ascent({ ready, imagination, run }, { climb: go, holdClimb, climbOneStep, clearClimb }) {
  const { climb, climbing, climbed, wish } = imagination;
  const idle = ready && !climbing;
  return html`
    <section class="trip" aria-labelledby="ascent-title">
      <h3 id="ascent-title">Gradient ascent: many small steps</h3>
      <p>
        From a blank page: feed it forward, carry the errors back as in training, and let the pixels change
        instead of the weights; with a soft pen, and ink that fades where nothing calls for it.
      </p>
      ${reading('Ascent', climb, wish)}
      <div class="controls">
        ${climbing ? button('Hold', ready, holdClimb) : button('Climb', idle && climb.step < CLIMB, go)}
        ${button('One step', idle && climb.step < CLIMB, climbOneStep)}
        ${button('Blank page', ready && climb !== BLANK, clearClimb)}
        <span>Step ${climb.step} of ${CLIMB}</span>
      </div>
      <p><output aria-label="Round trip of the ascent" aria-live=${run.active ? 'off' : 'polite'}
        >${stacked(outcome(imagination, run.active), [longestVerdict(wish)])}</output></p>
      ${ten('Ascent', climbed)}
      <p class="count">
        ${climbed.length > 0 ? count(climbed) : ''}${climbed.length > 0 && climbed.length < DIGITS ? ' so far' : ''}
        ${run.active ? 'Counted when training pauses.' : ''}
      </p>
    </section>
  `;
}

/** @param {import('./state.js').Imagination} imagination @param {boolean} learning */
function outcome({ climb: { outputs }, climbing, wish }, learning) {
  if (climbing) return 'Climbing…';
  if (outputs) return verdict(wish, outputs);
  return learning ? 'It waits until training pauses; Climb starts it now.' : 'The page is blank.';
}
