import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { isArriving } from '../../shared/file-progress.js';
import { button } from '../../ui/button.js';
import { percent, plural, quantity, significant, whole } from '../../ui/format.js';
import { stacked } from '../../ui/stacked.js';
import { arrival } from './arrival.js';
import { curves } from './curves.js';
import { pace } from './pace.js';
import { able, currentRun, latestScore, STEP_LONG, share } from './state.js';

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
  const { train, fetchAhead, pause, step, reset, undoReset } = actions;
  const score = latestScore(state);
  return html`
    <section class="card training" aria-labelledby="training-title">
      <h2 id="training-title" .textContent=${msg('Train')}></h2>
      <div class="operation">
        <div class="controls">
          ${button(msg('Train'), can.train, train, 'main', { reached: fetchAhead })} ${button(msg('Pause'), can.pause, pause)}
          ${button(msg('Step'), can.step, step)} ${button(msg('Reset'), can.reset, reset)}
          ${button(msg('Undo reset'), can.undoReset, undoReset)}
        </div>
        ${arrival(state)}
      </div>
      <progress aria-label=${msg('Training')} max="1" .value=${share(state)}></progress>
      <p class="status" role="status">${stacked(status(state), longest())}</p>
      ${keeping}
      <div class="course">
        <div class="sliders">${pace(state, actions)} ${clearest}</div>
        <dl class="facts">
          <div class="score">
            <dt .textContent=${testedOn(state.records)}></dt>
            <dd>
              <output class=${score ? '' : 'none'} aria-label=${msg('Accuracy')} aria-live="off"
                .textContent=${score ? percent(score.accuracy) : msg('not measured yet')}></output>
              <small .textContent=${score ? about(score) : ''}></small>
            </dd>
          </div>
          <div><dt .textContent=${msg('Epoch')}></dt><dd .textContent=${msg(str`${whole(epoch(run))} of ${whole(run.epochs)}`)}></dd></div>
          <div><dt .textContent=${msg('Records shown')}></dt><dd .textContent=${whole(run.viewedStep ?? run.step)}></dd></div>
          <div><dt .textContent=${msg('Records per second')}></dt><dd .textContent=${run.recordsPerSecond ? whole(run.recordsPerSecond) : '–'}></dd></div>
          <div><dt .textContent=${msg('Time left')}></dt><dd .textContent=${timeLeft(state)}></dd></div>
          <div><dt .textContent=${msg('Learning rate now')}></dt><dd .textContent=${run.viewedStep === null ? significant(run.nextLearningRate, 2) : '–'}></dd></div>
        </dl>
      </div>
      ${curves(state)}
      <p .textContent=${msg('An epoch is one pass through all training records, or through the same number of flash cards. Rotated copies count as records shown, too.')}></p>
    </section>
  `;
}

/** What the network is tested on. @param {import('../../app/page-state.js').State['records']} records */
function testedOn({ train, test }) {
  if (!train.loaded || !test.loaded || train.loaded.own === test.loaded.own)
    return msg('Accuracy on the test records');
  return test.loaded.own
    ? msg('Accuracy on your own test records')
    : msg('Accuracy on MNIST’s test records, not on your data');
}

/** The current epoch at the step being viewed, from 1. @param {import('./state.js').Run} run */
function epoch({ epoch, epochs, steps, viewedStep }) {
  const finished = viewedStep === null ? epoch : Math.floor((viewedStep * epochs) / Math.max(steps, 1));
  return Math.min(finished + 1, epochs);
}

/** @param {import('./state.js').Score} score */
const about = ({ correct, total, step }) =>
  msg(str`${whole(correct)} of ${whole(total)}, at step ${whole(step)}`);

/** The texts of the status line. */
const STATUS = {
  dead: () => msg('Stopped.'),
  unready: () => msg('Getting ready…'),
  done: () => msg('Trained. Now draw a digit, or press Reset to start again.'),
  waiting: () => msg('Waiting for the first records…'),
  arriving: () => msg('Learning while the records are still loading.'),
  active: () => msg('Learning.'),
  paused: () => msg('Paused. Press Train to continue.'),
  others: () =>
    msg('This run learned from other records. Load those again to go on, or press Reset to start another.'),
  bundled: () =>
    msg(
      'Press Train to train a new network from scratch. Until then, the one that came with the page answers.',
    ),
  fresh: () => msg('Press Train to train a new network from scratch.'),
};

/** As long as the names of most files are. */
const NAME_LONG = 'glassbox-notebook-seed12345-step1888888.npz';

/** @param {string} file that the network came from @param {number} step of the run @param {boolean} [done] */
function opened(file, step, done = false) {
  if (done)
    return msg(str`${file} answers. Your own network is trained: go back to it below, under Network files.`);
  return step > 0
    ? msg(str`${file} answers. Press Train to go on with your own network.`)
    : msg(str`${file} answers. Press Train to train a new network from scratch.`);
}

/** Another network answers than the one that came with the page. @param {number} hiddenNodes */
const ownLearns = (hiddenNodes) =>
  plural(hiddenNodes, {
    one: msg(
      'Learning. Your own network answers now, with # hidden node. Reset brings back the one that came with the page.',
    ),
    other: msg(
      'Learning. Your own network answers now, with # hidden nodes. Reset brings back the one that came with the page.',
    ),
  });

/** @param {number} step */
const leadingTo = (step) =>
  msg(str`The link shows the network at step ${whole(step)}. Press Train: training pauses there.`);

/** @param {number} step @param {boolean} done whether training has finished */
const viewing = (step, done) =>
  done
    ? msg(str`Training has finished. You are viewing the network at step ${whole(step)}.`)
    : msg(str`Paused. You are viewing the network at step ${whole(step)}.`);

/** Texts that the status line has room for. */
const longest = () => [
  ...Object.values(STATUS).map((text) => text()),
  ownLearns(8888),
  leadingTo(STEP_LONG),
  opened(NAME_LONG, STEP_LONG, true),
];

/** @param {import('../../app/page-state.js').State} state */
function status(state) {
  const { ready, dead, hasBundled, records, choice } = state;
  const { answering, active, done, step, steps, pauseAt, records: found } = currentRun(state);
  if (dead) return STATUS.dead();
  if (!ready) return STATUS.unready();
  if (answering?.kind === 'snapshot') return viewing(Number(answering.step), done);
  if (answering?.kind === 'file') return opened(String(answering.file), step, done);
  if (done) return STATUS.done();
  if (found === 'others') return STATUS.others();
  if (active && (steps === 0 || found === 'awaited')) return STATUS.waiting();
  if (active && isArriving(records.train)) return STATUS.arriving();
  if (active) return hasBundled ? ownLearns(choice.settings.hiddenNodes) : STATUS.active();
  if (pauseAt !== null) return leadingTo(pauseAt);
  if (step > 0) return STATUS.paused();
  return answering?.kind === 'bundled' ? STATUS.bundled() : STATUS.fresh();
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
