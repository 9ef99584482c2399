import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { button } from '../../ui/button.js';
import { percent, records, whole } from '../../ui/format.js';
import { span } from '../../ui/span.js';
import { stacked } from '../../ui/stacked.js';
import { awaitedFile, toldShortly } from './arrival.js';
import { speed } from './pace.js';
import { able, currentRun, latestScore, share } from './state.js';

/**
 * The training run in a presentation, reduced to what a class needs.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function strip(state, actions) {
  const { active, steps } = currentRun(state);
  const { train, fetchAhead, pause, step, reset, undoReset } = actions;
  const can = able(state);
  const score = latestScore(state);
  // Before the length of a run is known, as for most: all is in one row on a projector.
  const room = Math.max(steps, 888_888);
  return html`
    <section class="strip" aria-label=${msg('Training')}>
      ${
        active
          ? button(msg('Pause'), can.pause, pause, '', { other: msg('Train') })
          : button(msg('Train'), can.train, train, 'main', { reached: fetchAhead, other: msg('Pause') })
      }
      ${button(msg('Step'), can.step, step)}
      ${
        can.undoReset
          ? button(msg('Undo reset'), true, undoReset, '', { other: msg('Reset') })
          : button(msg('Reset'), can.reset, reset, '', { other: msg('Undo reset') })
      }
      ${speed(state, actions)}
      <div class="where">
        ${stacked(course(state), [viewing(room), records(room)])}
        <progress aria-label=${msg('Training')} max="1" .value=${share(state)}></progress>
      </div>
      <span class="accuracy">${span(msg('Accuracy'))} <output aria-label=${msg('Accuracy')} aria-live="off"
        .textContent=${score ? percent(score.accuracy) : '–'}></output>
        ${stacked(score ? atStep(score.step) : '', [atStep(room)])}</span>
    </section>
  `;
}

/** @param {number} step at which the accuracy was measured */
const atStep = (step) => msg(str`at step ${whole(step)}`);

/** @param {number} step */
const viewing = (step) => msg(str`Viewing step ${whole(step)}`);

/** Where the run is. @param {import('../../app/page-state.js').State} state */
function course(state) {
  const { active, step, viewedStep } = currentRun(state);
  const file = awaitedFile(state);
  if (viewedStep !== null) return viewing(viewedStep);
  return active && step === 0 && file ? toldShortly(file) : records(step);
}
