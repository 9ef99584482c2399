import { SPEEDS, WATCHABLE } from '../../shared/speeds.js';
import { latestOnly } from '../../ui/latest.js';
import { changeRun, currentRun, viewedSnapshot } from './state.js';

/**
 * The course of the training run on the page.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {object} page
 * @param {(shown: import('../../app/page-state.js').State['stage']['shown']) => void} page.put on the stage
 * @param {(kind: import('../../glassbox.js').Kind) => void} page.fetchMissing records
 */
export function trainingActions({ state, worker, show, attempt }, { put, fetchMissing }) {
  const runs = () => worker().runs;

  /** @param {boolean} on whether the stage shows the records that are learned from */
  const watch = (on) => {
    if (on) put({ about: 'training' });
    else if (state.stage.shown.about === 'training') put({ about: 'drawing' });
  };
  const isWatchable = () => currentRun(state).speed <= WATCHABLE;

  const goOn = () => {
    changeRun(state, { viewedStep: null, rewinding: false });
    fetchMissing('test');
    fetchMissing('train');
  };

  const viewLatest = latestOnly(async (/** @type {number | null} */ step) => {
    if (!currentRun(state).rewinding) return;
    const viewedStep = await attempt(runs().viewSnapshot(state.runId, step));
    // The visitor may have moved on meanwhile.
    if (currentRun(state).viewedStep === step) changeRun(state, { viewedStep });
    show();
  });

  /** @param {number | null} step at which to view the network; null: as it is now */
  const rewind = (step) => {
    changeRun(state, { viewedStep: step, rewinding: true });
    viewLatest(step);
    show();
  };

  /** @param {number} by so many snapshots; the network as it is now comes after the last one */
  const shiftSnapshot = (by) => {
    const { snapshots } = currentRun(state);
    const here = viewedSnapshot(state);
    const there = Math.min(Math.max(here + by, 0), snapshots.length);
    if (there !== here) rewind(snapshots[there] ?? null);
  };

  /** @param {number} speed records per second */
  const changeSpeed = (speed) => {
    changeRun(state, { speed });
    attempt(runs().setSpeed(state.runId, speed));
    if (currentRun(state).active || !isWatchable()) watch(isWatchable());
    show();
  };

  /** @param {number} by so many of the speeds that there are */
  const shiftSpeed = (by) => {
    const speed = SPEEDS[SPEEDS.indexOf(currentRun(state).speed) + by];
    if (speed) changeSpeed(speed);
  };

  return {
    /** The worker is new: the run on the page begins. */
    createRun: () => attempt(runs().create(state.runId, state.choice.settings)),

    train() {
      goOn();
      attempt(runs().play(state.runId));
      watch(isWatchable());
    },
    pause: () => attempt(runs().pause(state.runId)),
    step() {
      goOn();
      attempt(runs().step(state.runId));
      watch(true);
    },
    /** Starts anew with the settings as they are chosen. */
    reset() {
      changeRun(state, { viewedStep: null });
      attempt(runs().reset(state.runId, state.choice.settings));
      watch(false);
      show();
    },

    changeSpeed,
    slower: () => shiftSpeed(-1),
    faster: () => shiftSpeed(1),

    /** @param {number} learningRate from the next record on */
    changeLearningRate: (learningRate) => attempt(runs().changeLearningRate(state.runId, learningRate)),

    rewind,
    lookBack: () => shiftSnapshot(-1),
    lookForward: () => shiftSnapshot(1),
  };
}
