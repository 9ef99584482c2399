import './accuracy-curve.js';
import { html } from 'lit';
import { latestScore } from '../state.js';
import { button } from './button.js';
import { percent, whole } from './format.js';

/**
 * @typedef {object} TrainingActions
 * @property {() => void} train
 * @property {() => void} pause
 * @property {() => void} step
 * @property {() => void} reset
 */

/**
 * The controls of the run, and how it gets on.
 *
 * @param {import('../state.js').State} state
 * @param {TrainingActions} actions
 */
export function training(state, { train, pause, step, reset }) {
  const { ready, run, scores, files } = state;
  const score = latestScore(state);
  return html`
    <section class="card training" aria-labelledby="training-title">
      <h2 id="training-title">Train</h2>
      <div class="controls">
        ${button('Train', ready && !run.active && !run.done, train)}
        ${button('Pause', ready && run.active, pause)} ${button('Step', ready && !run.done, step)}
        ${button('Reset', ready, reset)}
      </div>
      <progress aria-label="Training" max="1" .value=${share(state)}></progress>
      <p class="status" role="status">${status(state)}</p>
      <dl>
        <div class="score">
          <dt>Accuracy on the test records</dt>
          <dd class=${score ? '' : 'none'}>
            <output aria-label="Accuracy" aria-live="off"
              >${score ? percent(score.accuracy) : 'not measured yet'}</output>
            <small>${score ? `${whole(score.correct)} of ${whole(score.total)}` : ''}</small>
          </dd>
        </div>
        <div><dt>Epoch</dt><dd>${Math.min(run.epoch + 1, run.epochs)} of ${run.epochs}</dd></div>
        <div><dt>Records shown</dt><dd>${whole(run.step)}</dd></div>
        <div><dt>Records a second</dt><dd>${run.rate ? whole(run.rate) : '–'}</dd></div>
        <div><dt>Time left</dt><dd>${timeLeft(state)}</dd></div>
      </dl>
      <accuracy-curve .steps=${files.train.loaded ? run.steps : 0} .scores=${scores}></accuracy-curve>
      <p>An epoch is once through all records, or through as many flash cards. Turned copies count as shown, too.</p>
    </section>
  `;
}

/** @param {import('../state.js').State} state */
function status({ ready, pretrained, dead, run, files }) {
  if (dead) return 'Stopped.';
  if (!ready) return 'Getting ready…';
  if (run.done) return 'Trained. Now draw. Reset starts anew.';
  if (run.active && run.steps === 0) return 'Waiting for the first records…';
  if (run.active && files.train.latest?.state === 'arriving')
    return 'Learning, while the records still arrive.';
  if (run.active) return 'Learning.';
  if (run.step > 0) return 'Paused. Train goes on from here.';
  const learner = 'Press Train, and a new network learns from nothing';
  return pretrained ? `${learner}. Until then, one that came with the page answers.` : `${learner}.`;
}

/**
 * How much of the run is done. How long it is shows only when its records have all arrived.
 *
 * @param {import('../state.js').State} state
 */
function share({ run, files }) {
  if (run.done) return 1;
  return files.train.loaded && run.steps > 0 ? run.step / run.steps : 0;
}

/** @param {import('../state.js').State} state */
function timeLeft({ run: { active, done, rate, step, steps }, files }) {
  if (done) return '0 s';
  if (!active || rate === 0 || files.train.latest?.state === 'arriving') return '–';
  const seconds = Math.ceil((steps - step) / rate);
  return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
