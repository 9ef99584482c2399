import './accuracy-curve.js';
import { html } from 'lit';
import { latestScore } from '../state.js';

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
  const { ready, run, scores } = state;
  const score = latestScore(state);
  return html`
    <section class="card training" aria-labelledby="training-title">
      <h2 id="training-title">Train</h2>
      <div class="controls">
        <button type="button" class="main" ?disabled=${!ready || run.active || run.done} @click=${train}>Train</button>
        <button type="button" ?disabled=${!ready || !run.active} @click=${pause}>Pause</button>
        <button type="button" ?disabled=${!ready || run.done} @click=${step}>Step</button>
        <button type="button" ?disabled=${!ready} @click=${reset}>Reset</button>
      </div>
      <progress aria-label="Training" max="1" .value=${run.steps ? run.step / run.steps : 0}></progress>
      <p class="status" role="status">${status(state)}</p>
      <dl>
        <div class="score">
          <dt>Accuracy on the test records</dt>
          <dd class=${score ? '' : 'none'}>
            <output aria-label="Accuracy">${score ? percent(score.accuracy) : 'not measured yet'}</output>
          </dd>
        </div>
        <div><dt>Epoch</dt><dd>${run.done ? run.epochs : run.epoch + 1} of ${run.epochs}</dd></div>
        <div><dt>Records learnt</dt><dd>${whole(run.step)}</dd></div>
        <div><dt>Records a second</dt><dd>${run.rate ? whole(run.rate) : '–'}</dd></div>
        <div><dt>Time left</dt><dd>${timeLeft(run)}</dd></div>
      </dl>
      <accuracy-curve .steps=${run.steps} .scores=${scores}></accuracy-curve>
    </section>
  `;
}

/** @param {import('../state.js').State} state */
function status({ ready, dead, run, files }) {
  if (dead) return 'Stopped.';
  if (!ready) return 'Getting ready…';
  if (run.done) return 'Trained. Now draw. Reset starts anew.';
  if (run.active && run.steps === 0) return 'Waiting for the first records…';
  if (run.active && files.train.latest?.state === 'arriving')
    return 'Learning, while the records still arrive.';
  if (run.active) return 'Learning.';
  return run.step === 0 ? 'Untrained: all weights are random.' : 'Paused. Train goes on from here.';
}

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(2)} %`;

/** @param {number} number */
const whole = (number) => Math.round(number).toLocaleString('en');

/** @param {import('../state.js').State['run']} run */
function timeLeft({ active, done, rate, step, steps }) {
  if (done) return '0 s';
  if (!active || rate === 0) return '–';
  const seconds = Math.ceil((steps - step) / rate);
  return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
