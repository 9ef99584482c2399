import { NO_CURVES, withPoint } from '../../shared/curve-points.js';
import { PIXELS } from '../../shared/shape.js';

/**
 * A training run, as the page knows it from the worker's messages and the visitor's input.
 *
 * @typedef {Omit<import('../../worker/messages.js').ProgressMessage, 'about'>} Progress
 * @typedef {import('../../shared/curve-points.js').Score} Score
 * @typedef {import('../../shared/curve-points.js').TrainingMetrics} TrainingMetrics
 *
 * @typedef {object} Own everything but progress
 * @property {number} generation goes up each time the run starts again
 * @property {import('../../worker/answering.js').Answering | null} answering the network that answers; null: not known
 *   yet
 * @property {Float32Array[]} pictures what that network imagines for the digits: 784 values 0..1 each, as far
 *   as they are known
 * @property {Score[]} scores on the test records, in the order of steps
 * @property {TrainingMetrics[]} trainingMetrics in the order of steps
 * @property {number} speed records per second to learn from; Infinity: as fast as possible
 * @property {number | null} viewedStep the step that the visitor views; null: the current network
 * @property {import('../../app/page-state.js').Choice | null} discardedChoice recipe and settings of the run that the last
 *   reset has discarded; null: no reset yet
 * @property {number | null} pauseAt the step at which training pauses, since a link shows the network there; null: none
 * @property {boolean} rewinding whether the visitor views snapshots. Viewing pauses the run, so a pending view must be
 *   dropped when training continues.
 *
 * @typedef {Progress & Own} Run
 * @typedef {import('../../app/page-state.js').State} State
 */

/** As long as a step can be: texts have room for it before a run begins, so that nothing moves as it goes on. */
export const STEP_LONG = 88_888_888;

/** @param {import('../../shared/settings.js').Settings} settings @returns {Run} */
export function initialRun({ epochs, learningRate }) {
  return {
    generation: 0,
    active: false,
    epoch: 0,
    epochs,
    step: 0,
    steps: 0,
    done: false,
    recordsPerSecond: 0,
    learningRate,
    nextLearningRate: learningRate,
    learningRateChanged: false,
    snapshots: [],
    snapshotBytes: 0,
    undoable: false,
    records: 'here',
    discardedChoice: null,
    answering: null,
    pictures: [],
    ...NO_CURVES,
    speed: Number.POSITIVE_INFINITY,
    viewedStep: null,
    pauseAt: null,
    rewinding: false,
  };
}

/** The run on the page. @param {State} state @returns {Run} */
export const currentRun = ({ runs, runId }) => runs[runId];

/**
 * Changes something about the run on the page.
 *
 * @param {State} state
 * @param {Partial<Run>} change
 */
export function changeRun(state, change) {
  state.runs[state.runId] = { ...currentRun(state), ...change };
}

/**
 * The recipe and settings to go back to once the run on the page gives way to another. Only a run that has learned is
 * discarded: until then, what was discarded before can still be brought back.
 *
 * @param {State} state
 */
export function choiceBehind(state) {
  const { step, undoable, discardedChoice } = currentRun(state);
  return step === 0 && undoable ? discardedChoice : state.choice;
}

/**
 * A run, updated by a message from the worker. Messages of an earlier generation are dropped.
 *
 * @param {Run} run
 * @param {import('../../worker/messages.js').RunMessage} message
 * @returns {Run}
 */
export function withNews(run, message) {
  const { generation } = message;
  if (generation < run.generation) return run;
  const same = generation === run.generation ? run : begunAgain(run, generation);
  switch (message.about) {
    case 'progress': {
      const { about, run: id, ...progress } = message;
      const { pauseAt } = same;
      return { ...same, ...progress, pauseAt: pauseAt !== null && progress.step >= pauseAt ? null : pauseAt };
    }
    case 'changed':
      return same;
    case 'answering':
      return { ...same, answering: message.answering };
    case 'score':
    case 'trainingMetrics':
      return { ...same, ...withPoint(same, message) };
    case 'curves':
      return { ...same, ...message.curves };
    case 'pictures': {
      const { first, pictures: told } = message;
      const pictures = [...same.pictures];
      for (let i = 0; i < told.length / PIXELS; i++) {
        pictures[first + i] = told.subarray(i * PIXELS, (i + 1) * PIXELS);
      }
      return { ...same, pictures };
    }
  }
}

/** @param {Run} run @param {number} generation @returns {Run} */
function begunAgain(run, generation) {
  return {
    ...run,
    generation,
    ...NO_CURVES,
    viewedStep: null,
    rewinding: false,
  };
}

/** The latest score at or before the viewed step. @param {State} state */
export function latestScore(state) {
  const { scores, viewedStep } = currentRun(state);
  return scores.findLast(({ step }) => viewedStep === null || step <= viewedStep) ?? null;
}

/**
 * The index of the viewed snapshot. The index after the last stands for the current network.
 *
 * @param {State} state
 */
export function viewedSnapshot(state) {
  const { snapshots, viewedStep } = currentRun(state);
  return viewedStep === null ? snapshots.length : snapshots.findLastIndex((step) => step <= viewedStep);
}

/** Which of the run's controls are enabled. @param {State} state */
export function able(state) {
  const { ready } = state;
  const { active, done, undoable } = currentRun(state);
  return {
    train: ready && !active && !done,
    pause: ready && active,
    step: ready && !done,
    reset: ready,
    undoReset: ready && undoable,
  };
}

/** So many records are learned anew in an instant. */
const FEW = 100;

/** Whether training would be lost with the page. @param {State} state */
export const hasTraining = ({ runs, dead }) => !dead && Object.values(runs).some(({ step }) => step >= FEW);

/**
 * The share of the run that is done, 0..1; 0 until its length is known because all records have arrived.
 *
 * @param {State} state
 */
export function share(state) {
  const { done, step, steps } = currentRun(state);
  if (done) return 1;
  return state.records.train.loaded && steps > 0 ? step / steps : 0;
}
