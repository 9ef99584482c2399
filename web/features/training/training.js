import { html } from 'lit';
import { able, latestScore, share } from '../../app/page-state.js';
import { button } from '../../ui/button.js';
import { percent, records, whole } from '../../ui/format.js';
import { stacked } from '../../ui/stacked.js';
import { curves } from './curves.js';
import { pace } from './pace.js';
import { rewind } from './rewind.js';

/**
 * The controls of the run, and how it gets on.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function training(state, actions) {
  const { run } = state;
  const can = able(state);
  const { train, pause, step, reset } = actions;
  const score = latestScore(state);
  return html`
    <section class="card training" aria-labelledby="training-title">
      <h2 id="training-title">Train</h2>
      <div class="controls">
        ${button('Train', can.train, train, 'main')} ${button('Pause', can.pause, pause)}
        ${button('Step', can.step, step)} ${button('Reset', can.reset, reset)}
      </div>
      <progress aria-label="Training" max="1" .value=${share(state)}></progress>
      <p class="status" role="status">${stacked(status(state), Object.values(STATUS))}</p>
      <div class="course">
        <div class="sliders">${pace(state, actions)} ${rewind(state, actions)}</div>
        <dl class="facts">
          <div class="score">
            <dt>Accuracy on the test records</dt>
            <dd>
              <output class=${score ? '' : 'none'} aria-label="Accuracy" aria-live="off"
                >${score ? percent(score.accuracy) : 'not measured yet'}</output>
              <small>${score ? about(score, state.past) : ''}</small>
            </dd>
          </div>
          <div><dt>Epoch</dt><dd>${epoch(state)} of ${run.epochs}</dd></div>
          <div><dt>Records shown</dt><dd>${whole(state.past ?? run.step)}</dd></div>
          <div><dt>Records a second</dt><dd>${run.rate ? whole(run.rate) : '–'}</dd></div>
          <div><dt>Time left</dt><dd>${timeLeft(state)}</dd></div>
          <div><dt>Learning rate now</dt><dd>${state.past === null ? rateNow(run) : '–'}</dd></div>
        </dl>
      </div>
      ${curves(state)}
      <p>An epoch is once through all records, or through as many flash cards. Turned copies count as shown, too.</p>
    </section>
  `;
}

/** The one that is under way, from 1; of the network that answers. @param {import('../../app/page-state.js').State} state */
function epoch({ run: { epoch, epochs, steps }, past }) {
  const finished = past === null ? epoch : Math.floor((past / Math.max(steps, 1)) * epochs);
  return Math.min(finished + 1, epochs);
}

/** @param {import('../../app/page-state.js').Score} score @param {number | null} past */
function about({ correct, total, step }, past) {
  return past === null || past === step ? `${whole(correct)} of ${whole(total)}` : `after ${records(step)}`;
}

/** How the run gets on. */
const STATUS = {
  dead: 'Stopped.',
  unready: 'Getting ready…',
  past: 'Paused, and looking back.',
  done: 'Trained. Now draw. Reset starts anew.',
  waiting: 'Waiting for the first records…',
  arriving: 'Learning, while the records still arrive.',
  active: 'Learning.',
  paused: 'Paused. Train goes on from here.',
  pretrained:
    'Press Train, and a new network learns from nothing. Until then, one that came with the page answers.',
  fresh: 'Press Train, and a new network learns from nothing.',
};

/** @param {import('../../app/page-state.js').State} state */
function status({ ready, pretrained, dead, run, files, past }) {
  if (dead) return STATUS.dead;
  if (!ready) return STATUS.unready;
  if (past !== null) return STATUS.past;
  if (run.done) return STATUS.done;
  if (run.active && run.steps === 0) return STATUS.waiting;
  if (run.active && files.train.latest?.state === 'arriving') return STATUS.arriving;
  if (run.active) return STATUS.active;
  if (run.step > 0) return STATUS.paused;
  return pretrained ? STATUS.pretrained : STATUS.fresh;
}

/** @param {import('../../app/page-state.js').State} state */
function timeLeft({ run: { active, done, rate, step, steps }, files }) {
  if (done) return '0 s';
  if (!active || rate === 0 || files.train.latest?.state === 'arriving') return '–';
  const seconds = Math.ceil((steps - step) / rate);
  if (seconds < 100) return `${seconds} s`;
  return seconds < 6000 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;
}

/** @param {import('../../app/page-state.js').State['run']} run */
function rateNow({ nextRate }) {
  return nextRate === 0 ? '0' : Number(nextRate.toPrecision(2));
}
