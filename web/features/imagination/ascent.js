import { html } from 'lit';
import { DIGITS } from '../../shared/shape.js';
import { button } from '../../ui/button.js';
import { reading } from './reading.js';
import { BLANK, CLIMB } from './state.js';
import { count, ten } from './ten.js';
import { verdict } from './verdict.js';

/**
 * @typedef {object} AscentActions
 * @property {() => void} climb
 * @property {() => void} holdClimb
 * @property {() => void} climbOneStep
 * @property {() => void} clearClimb
 */

/**
 * Gradient ascent on the input, as one may watch it.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {AscentActions} actions
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
      <p class="outcome"><output aria-label="Round trip of the ascent" aria-live=${run.active ? 'off' : 'polite'}
        >${outcome(imagination, run.active)}</output></p>
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
