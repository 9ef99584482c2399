import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { percent, whole } from '../../ui/format.js';
import { span } from '../../ui/span.js';
import { currentRun, latestScore } from './state.js';

/**
 * The state of the run in one line, once it has begun: the card with all the rest may be out of view.
 *
 * @param {import('../../app/page-state.js').State} state
 */
export function runLine(state) {
  const { step, active, viewedStep } = currentRun(state);
  if (state.present || (step === 0 && !active && viewedStep === null)) return nothing;
  const score = latestScore(state);
  const isCurrent = score?.step === (viewedStep ?? step);
  return html`<p>${span(isCurrent ? doing(state) : doingAt(state))} ${span(measured(score))}</p>`;
}

/** Where the accuracy is that of the step. @param {import('../../app/page-state.js').State} state */
function doing(state) {
  const { active, done, viewedStep } = currentRun(state);
  if (viewedStep !== null) return msg('Looking back.');
  if (active) return msg('Learning.');
  return done ? msg('Trained.') : msg('Paused.');
}

/** Where the accuracy is that of an earlier step. @param {import('../../app/page-state.js').State} state */
function doingAt(state) {
  const { step, active, done, viewedStep } = currentRun(state);
  if (viewedStep !== null) return msg(str`Viewing step ${whole(viewedStep)}.`);
  if (active) return msg(str`Step ${whole(step)}.`);
  return done ? msg(str`Trained: step ${whole(step)}.`) : msg(str`Paused at step ${whole(step)}.`);
}

/** @param {import('./state.js').Score | null} score */
const measured = (score) =>
  score
    ? msg(str`Accuracy ${percent(score.accuracy)} at step ${whole(score.step)}.`)
    : msg('Accuracy not measured yet.');
