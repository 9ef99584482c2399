import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { INPUT_MIN } from '../../shared/shape.js';
import { button } from '../../ui/button.js';
import { whole } from '../../ui/format.js';
import { span } from '../../ui/span.js';
import { stacked } from '../../ui/stacked.js';
import { reading } from './reading.js';
import { ASCENT_STEPS, BLANK } from './state.js';
import { count, ten } from './ten.js';
import { longestVerdict, verdict } from './verdict.js';

/**
 * Gradient ascent on the inputs, which the visitor can watch and control.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
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
      <h3 id="ascent-title" .textContent=${msg('Gradient ascent: many small steps')}></h3>
      <p .textContent=${msg('It starts from a blank page. Each step feeds the picture forward and sends the errors back, as in training, but then it changes the pixels instead of the weights. The pen is soft, and ink fades where nothing needs it. You see the picture with full contrast. The network sees it as pale as it is.')}></p>
      ${reading(msg('Ascent'), ascent, chosen, contrast(ascent))}
      <div class="controls">
        ${ascending ? button(msg('Hold'), ready, holdAscent) : button(msg('Climb'), idle && ascent.step < ASCENT_STEPS, startAscent)}
        ${button(msg('One step'), idle && ascent.step < ASCENT_STEPS, stepAscent)}
        ${button(msg('Blank page'), ready && ascent !== BLANK, clearAscent)}
        <span .textContent=${msg(str`Step ${whole(ascent.step)} of ${whole(ASCENT_STEPS)}`)}></span>
      </div>
      <p><output aria-label=${msg('Round trip of the ascent')} aria-live=${active ? 'off' : 'polite'}
        >${stacked(outcome(imagination, active), [longestVerdict(chosen)])}</output></p>
      ${ten(msg('Ascent'), digitAscents)}
      <p class="count">
        ${count(digitAscents)} ${span(active ? msg('The digits are counted when training pauses.') : '')}
      </p>
    </section>
  `;
}

/** Full contrast, unless the picture is almost blank. @param {import('./state.js').Ascent} ascent */
const contrast = ({ inputs }) => ({ empty: INPUT_MIN, full: Math.max(0.1, ...inputs) });

/** @param {import('./state.js').Imagination} imagination @param {boolean} learning */
function outcome({ ascent: { outputs }, ascending, chosen }, learning) {
  if (ascending) return msg('Climbing…');
  if (outputs) return verdict(chosen, outputs);
  return learning
    ? msg('It starts when training pauses. Press Climb to start it now.')
    : msg('The page is blank.');
}
