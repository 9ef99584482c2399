import { DIGITS, PIXELS } from '../../shared/shape.js';
import { insertPoint } from './curve-points.js';

/**
 * A training run as the page knows it, from what the worker tells and what the visitor does.
 *
 * @typedef {Omit<import('../../worker/messages.js').ProgressMessage, 'about'>} Progress
 * @typedef {Omit<import('../../worker/messages.js').ScoreMessage, 'about'>} Score
 * @typedef {Omit<import('../../worker/messages.js').TrainingMetricsMessage, 'about'>} TrainingMetrics
 *
 * @typedef {object} Own what is not progress
 * @property {number} generation counted up each time the run starts anew
 * @property {import('../../worker/answering.js').Answering | null} answering which network answers for it; null:
 *   not known yet
 * @property {Float32Array[]} pictures what that network imagines: ten of 784 values 0..1, or none yet
 * @property {Score[]} scores on the test records, in the order of steps
 * @property {TrainingMetrics[]} trainingMetrics in the order of steps
 * @property {number} speed records per second to learn from; Infinity: as fast as possible
 * @property {number | null} viewedStep the step at which the visitor wants to view its network; null: as it is
 *   now
 * @property {boolean} rewinding whether the visitor is looking at snapshots; viewing one pauses the run, so a view
 *   that is still to be asked for is called off when training goes on
 *
 * @typedef {Progress & Own} Run
 * @typedef {import('../../app/page-state.js').State} State
 */

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
    answering: null,
    pictures: [],
    scores: [],
    trainingMetrics: [],
    speed: Number.POSITIVE_INFINITY,
    viewedStep: null,
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
 * A run, updated by what the worker tells. Messages about an earlier generation are dropped.
 *
 * @param {Run} run
 * @param {import('../../worker/messages.js').RunMessage} message
 * @returns {Run}
 */
export function withNews(run, message) {
  const { generation } = message;
  if (generation < run.generation) return run;
  const same =
    generation === run.generation
      ? run
      : { ...run, generation, scores: [], trainingMetrics: [], viewedStep: null, rewinding: false };
  switch (message.about) {
    case 'progress': {
      const { about, run: id, ...progress } = message;
      return { ...same, ...progress };
    }
    case 'answering':
      return { ...same, answering: message.answering };
    case 'score': {
      const { about, run: id, generation, ...score } = message;
      const others = same.scores.filter(({ testSetVersion }) => testSetVersion === score.testSetVersion);
      return { ...same, scores: insertPoint(others, score) };
    }
    case 'trainingMetrics': {
      const { about, run: id, generation, ...metrics } = message;
      return { ...same, trainingMetrics: insertPoint(same.trainingMetrics, metrics) };
    }
    case 'pictures': {
      const pictures = Array.from({ length: DIGITS }, (_, digit) =>
        message.pictures.subarray(digit * PIXELS, (digit + 1) * PIXELS),
      );
      return { ...same, pictures };
    }
  }
}

/** The score at the viewed step, or the latest before it. @param {State} state */
export function latestScore(state) {
  const { scores, viewedStep } = currentRun(state);
  return scores.findLast(({ step }) => viewedStep === null || step <= viewedStep) ?? null;
}

/**
 * The index of the snapshot that is viewed. The index after the last one stands for the network as it is now.
 *
 * @param {State} state
 */
export function viewedSnapshot(state) {
  const { snapshots, viewedStep } = currentRun(state);
  return viewedStep === null ? snapshots.length : snapshots.findLastIndex((step) => step <= viewedStep);
}

/** Which of the run's controls can be used. @param {State} state */
export function able(state) {
  const { ready } = state;
  const { active, done } = currentRun(state);
  return { train: ready && !active && !done, pause: ready && active, step: ready && !done, reset: ready };
}

/**
 * How much of the run is done, 0..1. Its length is known only when all records have arrived.
 *
 * @param {State} state
 */
export function share(state) {
  const { done, step, steps } = currentRun(state);
  if (done) return 1;
  return state.records.train.loaded && steps > 0 ? step / steps : 0;
}
