import { SPEEDS, WATCHABLE } from '../../shared/speeds.js';
import { latestOnly } from '../../ui/latest.js';
import { changeRun, choiceBehind, currentRun, viewedSnapshot } from './state.js';

/** @typedef {import('../../app/context.js').Context} Context */

/**
 * Controlling the training run on the page.
 *
 * @param {Context} context
 * @param {object} page
 * @param {(shown: import('../../app/page-state.js').Shown) => void} page.put on the stage
 * @param {(kind: import('../../glassbox.js').Kind) => void} page.fetchMissing records
 * @param {() => void} page.answersChanged asks anew
 */
export function trainingActions(context, { put, fetchMissing, answersChanged }) {
  const { state, worker, show, attempt } = context;
  const runs = () => worker().runs;

  /** @param {boolean} on whether the stage shows each record that the network learns from */
  const watch = (on) => {
    if (on) put({ about: 'training' });
    else if (state.stage.shown.about === 'training') put({ about: 'drawing' });
  };

  const goOn = () => {
    changeRun(state, { viewedStep: null, rewinding: false, undoable: false });
    // In this order, since the first records can be learned from while the others arrive.
    fetchMissing('train');
    fetchMissing('test');
  };

  return {
    ...speedActions(context, watch),
    ...rewindActions(context, answersChanged),

    /** Creates the run on the page in a new worker. */
    createRun: () => attempt(runs().create(state.runId, state.choice.settings, state.imagination.way)),

    train() {
      goOn();
      attempt(runs().play(state.runId, currentRun(state).pauseAt));
      watch(isWatchable(state));
    },
    pause: () => attempt(runs().pause(state.runId)),
    /** @param {number} step to come, at which training pauses, also if it is under way */
    pauseAt(step) {
      changeRun(state, { pauseAt: step });
      if (currentRun(state).active) attempt(runs().play(state.runId, step));
    },
    step() {
      goOn();
      attempt(runs().step(state.runId));
      watch(true);
    },
    /** Starts again, with the chosen recipe and settings. */
    reset(choice = state.choice) {
      changeRun(state, { viewedStep: null, pauseAt: null, discardedChoice: choiceBehind(state) });
      state.choice = choice;
      attempt(runs().reset(state.runId, choice.settings));
      watch(false);
      show();
    },
    /** Brings back what the last reset discarded. */
    async undoReset() {
      const { choice } = state;
      const { discardedChoice } = currentRun(state);
      // Not only when the worker has answered: by then, the visitor may have chosen another recipe.
      if (discardedChoice) state.choice = discardedChoice;
      changeRun(state, { undoable: false });
      const undone = await attempt(runs().undoReset(state.runId));
      if (!undone && state.choice === discardedChoice) state.choice = choice;
      show();
    },

    /** @param {number} learningRate from the next record on */
    changeLearningRate: (learningRate) => attempt(runs().changeLearningRate(state.runId, learningRate)),
  };
}

/**
 * Changing the speed.
 *
 * @param {Context} context
 * @param {(on: boolean) => void} watch
 */
function speedActions({ state, worker, show, attempt }, watch) {
  /** @param {number} speed records per second */
  const changeSpeed = (speed) => {
    changeRun(state, { speed });
    attempt(worker().runs.setSpeed(state.runId, speed));
    if (currentRun(state).active || !isWatchable(state)) watch(isWatchable(state));
    show();
  };

  /** @param {number} by positions in the list of speeds */
  const shiftSpeed = (by) => {
    const speed = SPEEDS[SPEEDS.indexOf(currentRun(state).speed) + by];
    if (speed) changeSpeed(speed);
  };

  return { changeSpeed, slower: () => shiftSpeed(-1), faster: () => shiftSpeed(1) };
}

/** @param {import('../../app/page-state.js').State} state */
const isWatchable = (state) => currentRun(state).speed <= WATCHABLE;

/**
 * Viewing snapshots of the run.
 *
 * @param {Context} context
 * @param {() => void} answersChanged
 */
function rewindActions({ state, worker, show, attempt }, answersChanged) {
  const viewLatest = latestOnly(async (/** @type {number | null} */ step) => {
    if (!currentRun(state).rewinding) return;
    const viewing = attempt(worker().runs.viewSnapshot(state.runId, step));
    // The worker answers in order. If this waited for news from it, the browser might first draw a frame or two.
    answersChanged();
    const viewedStep = await viewing;
    // The visitor may have moved on meanwhile.
    if (currentRun(state).viewedStep === step) changeRun(state, { viewedStep });
    show();
  });

  /** @param {number | null} step to view; null: the current network */
  const rewind = (step) => {
    changeRun(state, { viewedStep: step, rewinding: true });
    viewLatest(step);
    show();
  };

  /** @param {number} by positions in the list of snapshots, whose end is the current network */
  const shiftSnapshot = (by) => {
    const { snapshots } = currentRun(state);
    const here = viewedSnapshot(state);
    const there = Math.min(Math.max(here + by, 0), snapshots.length);
    if (there !== here) rewind(snapshots[there] ?? null);
  };

  return { rewind, previousSnapshot: () => shiftSnapshot(-1), nextSnapshot: () => shiftSnapshot(1) };
}
