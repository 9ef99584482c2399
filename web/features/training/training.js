import { html } from 'lit';
import { button } from '../../ui/button.js';
import { percent, records, whole } from '../../ui/format.js';
import { curves } from './curves.js';
import { pace } from './pace.js';
import { rewind } from './rewind.js';
import { able, currentRun, latestScore, share } from './state.js';

/**
 * @typedef {object} TrainingActions
 * @property {() => void} train
 * @property {() => void} pause
 * @property {() => void} step
 * @property {() => void} reset
 * @property {(speed: number) => void} changeSpeed
 * @property {(learningRate: number) => void} changeLearningRate
 * @property {(step: number | null) => void} rewind
 */

/**
 * The controls of the run, and how it gets on.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {TrainingActions} actions
 */
export function training(state, actions) {
  const run = currentRun(state);
  const can = able(state);
  const { train, pause, step, reset } = actions;
  const score = latestScore(state);
  return html`
    <section class="card training" aria-labelledby="training-title">
      <h2 id="training-title">Train</h2>
      <div class="controls">
        ${button('Train', can.train, train)} ${button('Pause', can.pause, pause)}
        ${button('Step', can.step, step)} ${button('Reset', can.reset, reset)}
      </div>
      <progress aria-label="Training" max="1" .value=${share(state)}></progress>
      <p class="status" role="status">${status(state)}</p>
      <div class="course">
        <div>${pace(state, actions)} ${rewind(state, actions)}</div>
        <dl>
          <div class="score">
            <dt>Accuracy on the test records</dt>
            <dd class=${score ? '' : 'none'}>
              <output aria-label="Accuracy" aria-live="off"
                >${score ? percent(score.accuracy) : 'not measured yet'}</output>
              <small>${score ? about(score, run.viewedStep) : ''}</small>
            </dd>
          </div>
          <div><dt>Epoch</dt><dd>${epoch(run)} of ${run.epochs}</dd></div>
          <div><dt>Records shown</dt><dd>${whole(run.viewedStep ?? run.step)}</dd></div>
          <div><dt>Records a second</dt><dd>${run.recordsPerSecond ? whole(run.recordsPerSecond) : '–'}</dd></div>
          <div><dt>Time left</dt><dd>${timeLeft(state)}</dd></div>
          <div><dt>Learning rate now</dt><dd>${run.viewedStep === null ? learningRateNow(run) : '–'}</dd></div>
        </dl>
      </div>
      ${curves(state)}
      <p>An epoch is once through all records, or through as many flash cards. Turned copies count as shown, too.</p>
    </section>
  `;
}

/** The one that is under way, from 1, at the viewed step. @param {import('./state.js').Run} run */
function epoch({ epoch, epochs, steps, viewedStep }) {
  const finished = viewedStep === null ? epoch : Math.floor((viewedStep / Math.max(steps, 1)) * epochs);
  return Math.min(finished + 1, epochs);
}

/** @param {import('./state.js').Score} score @param {number | null} viewedStep */
function about({ correct, total, step }, viewedStep) {
  return viewedStep === null || viewedStep === step
    ? `${whole(correct)} of ${whole(total)}`
    : `after ${records(step)}`;
}

/** @param {import('../../app/page-state.js').State} state */
function status(state) {
  const { ready, dead, records } = state;
  const { answering, active, done, step, steps } = currentRun(state);
  if (dead) return 'Stopped.';
  if (!ready) return 'Getting ready…';
  if (answering?.kind === 'snapshot') return 'Paused, and looking back.';
  if (done) return 'Trained. Now draw. Reset starts anew.';
  if (active && steps === 0) return 'Waiting for the first records…';
  if (active && records.train.latest?.state === 'arriving')
    return 'Learning, while the records still arrive.';
  if (active) return 'Learning.';
  if (step > 0) return 'Paused. Train goes on from here.';
  const learner = 'Press Train, and a new network learns from nothing';
  return answering?.kind === 'bundled'
    ? `${learner}. Until then, one that came with the page answers.`
    : `${learner}.`;
}

/** @param {import('../../app/page-state.js').State} state */
function timeLeft(state) {
  const { active, done, recordsPerSecond, step, steps } = currentRun(state);
  if (done) return '0 s';
  if (!active || recordsPerSecond === 0 || state.records.train.latest?.state === 'arriving') return '–';
  const seconds = Math.ceil((steps - step) / recordsPerSecond);
  if (seconds < 100) return `${seconds} s`;
  return seconds < 6000 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;
}

/** @param {import('./state.js').Run} run */
function learningRateNow({ nextLearningRate }) {
  return nextLearningRate === 0 ? '0' : Number(nextLearningRate.toPrecision(2));
}
