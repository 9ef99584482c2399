import { html } from 'lit';
import { DIGITS } from '../../shared/shape.js';
import { button } from '../../ui/button.js';
import { reading } from './reading.js';
import { ASCENT_STEPS, BLANK } from './state.js';
import { count, ten } from './ten.js';
import { verdict } from './verdict.js';

/**
 * @typedef {object} AscentActions
 * @property {() => void} startAscent
 * @property {() => void} holdAscent
 * @property {() => void} stepAscent
 * @property {() => void} clearAscent
 */

/**
 * Gradient ascent on the input, as one may watch it.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {AscentActions} actions
 */
export function ascent(
  { ready, imagination, runs, runId },
  { startAscent, holdAscent, stepAscent, clearAscent },
) {
  const { active } = runs[runId];
  const { ascent, ascending, digitAscents, chosen } = imagination;
  const idle = ready && !ascending;
  return html`
    <section class="trip" aria-labelledby="ascent-title">
      <h3 id="ascent-title">Gradient ascent: many small steps</h3>
      <p>
        From a blank page: feed it forward, carry the errors back as in training, and let the pixels change
        instead of the weights; with a soft pen, and ink that fades where nothing calls for it.
      </p>
      ${reading('Ascent', ascent, chosen)}
      <div class="controls">
        ${ascending ? button('Hold', ready, holdAscent) : button('Climb', idle && ascent.step < ASCENT_STEPS, startAscent)}
        ${button('One step', idle && ascent.step < ASCENT_STEPS, stepAscent)}
        ${button('Blank page', ready && ascent !== BLANK, clearAscent)}
        <span>Step ${ascent.step} of ${ASCENT_STEPS}</span>
      </div>
      <p class="outcome"><output aria-label="Round trip of the ascent" aria-live=${active ? 'off' : 'polite'}
        >${outcome(imagination, active)}</output></p>
      ${ten('Ascent', digitAscents)}
      <p class="count">
        ${digitAscents.length > 0 ? count(digitAscents) : ''}${digitAscents.length > 0 && digitAscents.length < DIGITS ? ' so far' : ''}
        ${active ? 'Counted when training pauses.' : ''}
      </p>
    </section>
  `;
}

/** @param {import('./state.js').Imagination} imagination @param {boolean} learning */
function outcome({ ascent: { outputs }, ascending, chosen }, learning) {
  if (ascending) return 'Climbing…';
  if (outputs) return verdict(chosen, outputs);
  return learning ? 'It waits until training pauses; Climb starts it now.' : 'The page is blank.';
}
