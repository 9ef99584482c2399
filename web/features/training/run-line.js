import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { percent, whole } from '../../ui/format.js';
import { span } from '../../ui/span.js';
import { currentRun, latestScore } from './state.js';

/**
 * The state of the run in one line, once it has begun: the card with all the rest may be out of view. The accuracy comes
 * first, where it stays in place, and where there is room for one sentence only, it is the one that is there.
 *
 * @param {import('../../app/page-state.js').State} state
 */
export function runLine(state) {
  const { step, active, viewedStep } = currentRun(state);
  if (state.present || (step === 0 && !active && viewedStep === null)) return nothing;
  const score = latestScore(state);
  const here = viewedStep ?? step;
  return html`
    <p>
      ${span(measured(score))} ${span(doing(state))}
      ${score?.step !== here ? span(msg(str`Step ${whole(here)}.`)) : nothing}
    </p>
  `;
}

/** @param {import('../../app/page-state.js').State} state */
function doing(state) {
  const { active, done, viewedStep } = currentRun(state);
  if (viewedStep !== null) return msg('Looking back.');
  if (active) return msg('Learning.');
  return done ? msg('Trained.') : msg('Paused.');
}

/** @param {import('./state.js').Score | null} score */
const measured = (score) =>
  score
    ? msg(str`Accuracy ${percent(score.accuracy)} at step ${whole(score.step)}.`)
    : msg('Accuracy not measured yet.');
