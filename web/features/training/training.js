import { html } from 'lit';
import { isArriving } from '../../shared/file-progress.js';
import { button } from '../../ui/button.js';
import { percent, plural, quantity, significant, whole } from '../../ui/format.js';
import { stacked } from '../../ui/stacked.js';
import { arrival } from './arrival.js';
import { curves } from './curves.js';
import { pace } from './pace.js';
import { able, currentRun, latestScore, share } from './state.js';

/**
 * The controls of the run, and its progress.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 * @param {import('lit').TemplateResult} keeping says what is kept of it
 * @param {import('lit').TemplateResult} clearest leads to what is best seen by rewinding
 */
export function training(state, actions, keeping, clearest) {
  const run = currentRun(state);
  const can = able(state);
  const { train, pause, step, reset, undoReset } = actions;
  const score = latestScore(state);
  return html`
    <section class="card training" aria-labelledby="training-title">
      <h2 id="training-title">Train</h2>
      <div class="controls">
        ${button('Train', can.train, train, 'main')} ${button('Pause', can.pause, pause)}
        ${button('Step', can.step, step)} ${button('Reset', can.reset, reset)}
        ${button('Undo reset', can.undoReset, undoReset)}
        ${arrival(state)}
      </div>
      <progress aria-label="Training" max="1" .value=${share(state)}></progress>
      <p class="status" role="status">${stacked(status(state), LONGEST)}</p>
      ${keeping}
      <div class="course">
        <div class="sliders">${pace(state, actions)} ${clearest}</div>
        <dl class="facts">
          <div class="score">
            <dt .textContent=${testedOn(state.records)}></dt>
            <dd>
              <output class=${score ? '' : 'none'} aria-label="Accuracy" aria-live="off"
                .textContent=${score ? percent(score.accuracy) : 'not measured yet'}></output>
              <small .textContent=${score ? about(score) : ''}></small>
            </dd>
          </div>
          <div><dt>Epoch</dt><dd .textContent=${`${whole(epoch(run))} of ${whole(run.epochs)}`}></dd></div>
          <div><dt>Records shown</dt><dd .textContent=${whole(run.viewedStep ?? run.step)}></dd></div>
          <div><dt>Records per second</dt><dd .textContent=${run.recordsPerSecond ? whole(run.recordsPerSecond) : '–'}></dd></div>
          <div><dt>Time left</dt><dd .textContent=${timeLeft(state)}></dd></div>
          <div><dt>Learning rate now</dt><dd .textContent=${run.viewedStep === null ? significant(run.nextLearningRate, 2) : '–'}></dd></div>
        </dl>
      </div>
      ${curves(state)}
      <p>
        An epoch is one pass through all training records, or through the same number of flash cards. Rotated
        copies count as records shown, too.
      </p>
    </section>
  `;
}

/** What the network is tested on. @param {import('../../app/page-state.js').State['records']} records */
function testedOn({ train, test }) {
  if (!train.loaded || !test.loaded || train.loaded.own === test.loaded.own)
    return 'Accuracy on the test records';
  return test.loaded.own
    ? 'Accuracy on your own test records'
    : 'Accuracy on MNIST’s test records, not on your data';
}

/** The current epoch at the step being viewed, from 1. @param {import('./state.js').Run} run */
function epoch({ epoch, epochs, steps, viewedStep }) {
  const finished = viewedStep === null ? epoch : Math.floor((viewedStep / Math.max(steps, 1)) * epochs);
  return Math.min(finished + 1, epochs);
}

/** @param {import('./state.js').Score} score */
const about = ({ correct, total, step }) => `${whole(correct)} of ${whole(total)}, at step ${whole(step)}`;

/** As long as a step can be. */
const STEP_LONG = 88_888_888;

/** The texts of the status line. */
const STATUS = {
  dead: 'Stopped.',
  unready: 'Getting ready…',
  done: 'Trained. Now draw a digit, or press Reset to start again.',
  waiting: 'Waiting for the first records…',
  arriving: 'Learning while the records are still loading.',
  active: 'Learning.',
  paused: 'Paused. Press Train to continue.',
  others: 'This run learned from other records. Load those again to go on, or press Reset to start another.',
  bundled:
    'Press Train to train a new network from scratch. Until then, the one that came with the page answers.',
  fresh: 'Press Train to train a new network from scratch.',
};

/** As long as the names of most files are. */
const NAME_LONG = 'glassbox-notebook-seed12345-step1888888.npz';

/** @param {string} file that the network came from @param {number} step of the run @param {boolean} [done] */
function opened(file, step, done = false) {
  if (done) return `${file} answers. Your own network is trained: go back to it below, under Network files.`;
  return step > 0
    ? `${file} answers. Press Train to go on with your own network.`
    : `${file} answers. Press Train to train a new network from scratch.`;
}

/** Another network answers than the one that came with the page. @param {number} hiddenNodes */
const ownLearns = (hiddenNodes) =>
  plural(hiddenNodes, {
    one: 'Learning. Your own network answers now, with # hidden node. Reset brings back the one that came with the page.',
    other:
      'Learning. Your own network answers now, with # hidden nodes. Reset brings back the one that came with the page.',
  });

/** @param {number} step */
const leadingTo = (step) =>
  `The link shows the network at step ${whole(step)}. Press Train: training pauses there.`;

/** @param {number} step @param {boolean} done whether training has finished */
const viewing = (step, done) =>
  done
    ? `Training has finished. You are viewing the network at step ${whole(step)}.`
    : `Paused. You are viewing the network at step ${whole(step)}.`;

/** Texts that the status line has room for. */
const LONGEST = [
  ...Object.values(STATUS),
  ownLearns(8888),
  leadingTo(STEP_LONG),
  opened(NAME_LONG, STEP_LONG, true),
];

/** @param {import('../../app/page-state.js').State} state */
function status(state) {
  const { ready, dead, hasBundled, records, choice } = state;
  const { answering, active, done, step, steps, pauseAt, records: found } = currentRun(state);
  if (dead) return STATUS.dead;
  if (!ready) return STATUS.unready;
  if (answering?.kind === 'snapshot') return viewing(Number(answering.step), done);
  if (answering?.kind === 'file') return opened(String(answering.file), step, done);
  if (done) return STATUS.done;
  if (found === 'others') return STATUS.others;
  if (active && (steps === 0 || found === 'awaited')) return STATUS.waiting;
  if (active && isArriving(records.train)) return STATUS.arriving;
  if (active) return hasBundled ? ownLearns(choice.settings.hiddenNodes) : STATUS.active;
  if (pauseAt !== null) return leadingTo(pauseAt);
  if (step > 0) return STATUS.paused;
  return answering?.kind === 'bundled' ? STATUS.bundled : STATUS.fresh;
}

/** @param {import('../../app/page-state.js').State} state */
function timeLeft(state) {
  const { active, done, recordsPerSecond, step, steps } = currentRun(state);
  if (done) return quantity(0, 'second');
  if (!active || recordsPerSecond === 0 || isArriving(state.records.train)) return '–';
  const seconds = Math.ceil((steps - step) / recordsPerSecond);
  if (seconds < 100) return quantity(seconds, 'second');
  return seconds < 6000
    ? quantity(Math.ceil(seconds / 60), 'minute')
    : quantity(Math.ceil(seconds / 3600), 'hour');
}
