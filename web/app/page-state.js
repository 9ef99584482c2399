import { initialImagination } from '../features/imagination/state.js';
import { initialMicroscope } from '../features/microscope/state.js';
import { initialMistakes } from '../features/mistakes/state.js';
import { initialNodes } from '../features/nodes/state.js';
import { initialTools } from '../features/sharing/state.js';
import { insertPoint } from '../features/training/curve-points.js';
import { DIGITS, PIXELS } from '../shared/shape.js';

/**
 * All that the page shows, in one plain object: changed here by what the worker tells, and in actions/ by
 * what the visitor does.
 *
 * @typedef {import('../worker/messages.js').Message} Message
 * @typedef {import('../worker/messages.js').FileMessage} FileMessage
 * @typedef {import('../worker/messages.js').RunMessage} RunMessage
 * @typedef {import('../worker/questions.js').Answer} Answer
 * @typedef {import('./link.js').Choice} Choice
 *
 * @typedef {object} State
 * @property {boolean} ready whether a drawing would be answered
 * @property {boolean} pretrained whether a network came with the page, and answers until training begins
 * @property {string[]} problems what went wrong, for the visitor to read
 * @property {boolean} dead whether the worker has died
 * @property {import('../features/appearance/actions.js').Scheme} scheme light or dark, or as the system
 * @property {Choice} choice recipe and settings
 * @property {number[][][]} strokes the drawing: points [x, y] in 0..1, y down
 * @property {boolean} prepared whether the network gets it prepared as MNIST was
 * @property {Shown} shown what the stage shows
 * @property {Answer | null} answer what the network makes of it
 * @property {number[][][] | null} answered the drawing that `answer` is to, if it is to one
 * @property {boolean} asking whether an answer is still to come: until then, `answer` is to what was before
 * @property {Part | null} pointed the part of the stage under the visitor's finger
 * @property {Part | null} pinned the part that was clicked: explained while none is pointed at
 * @property {Detail | null} detail the weights of the part that is explained
 * @property {Float32Array[]} pictures what the network imagines: ten of 784 values 0..1, or none yet
 * @property {number} hiddenNodes of the network that answers
 * @property {Tab | null} tab that is open under ‘Look closer’; null: the first one, not asked for
 * @property {import('../features/microscope/state.js').Microscope} microscope
 * @property {import('../features/mistakes/state.js').Mistakes} mistakes
 * @property {import('../features/imagination/state.js').Imagination} imagination
 * @property {'stage' | 'closer' | null} present what fills the screen in a presentation; null: there is none
 * @property {number | null} lesson its card that is open, from 0; null: there is no lesson
 * @property {Task | null} task of that card, once the page is ready for it
 * @property {PagePart[]} hide what of the page is left out
 * @property {import('../features/sharing/state.js').Tools} tools
 * @property {Omit<RunMessage, 'about'>} run
 * @property {number} speed records a second to learn; Infinity: as fast as can be
 * @property {number | null} viewedStep the step of the network that is looked back at; null: it is now
 * @property {Score[]} scores of the run on the test records, in the order of steps
 * @property {TrainingMetrics[]} trainingMetrics how it answered the training records before it learnt from them, in that order
 * @property {import('../features/nodes/state.js').Nodes} nodes
 * @property {Record<Kind, Files>} files
 *
 * @typedef {{ about: 'drawing' } | { about: 'record', index: number } | { about: 'training' }} Shown
 *
 * @typedef {object} Part of the stage
 * @property {'pixel' | 'node' | 'output' | 'picture'} kind
 * @property {number} index from 0
 *
 * @typedef {Part & { weights: Float32Array }} Detail of a node: from all pixels; of a pixel: to all nodes
 *
 * @typedef {import('./routes.js').Tab} Tab
 * @typedef {import('./routes.js').Part} PagePart
 *
 * @typedef {object} Task what a card of the lesson asks the visitor to do
 * @property {number} card
 * @property {State} start the state when it was opened
 * @property {string} said in answer to what the visitor did; '': it is still to be done
 * @property {import('../features/lesson/tilt.js').Tilt | null} tilt how the drawing was tilted for it
 *
 * @typedef {import('../glassbox.js').Kind} Kind
 *
 * @typedef {Omit<import('../worker/messages.js').ScoreMessage, 'about' | 'number'>} Score
 * @typedef {Omit<import('../worker/messages.js').TrainingMetricsMessage, 'about' | 'number'>} TrainingMetrics
 *
 * @typedef {object} Files
 * @property {FileMessage | null} loaded the last one that ended well: the records in use
 * @property {FileMessage | null} latest the last one that was asked for
 */

/** @param {Choice} choice @returns {State} */
export function initialState(choice) {
  return {
    ready: false,
    pretrained: false,
    problems: [],
    dead: false,
    scheme: 'system',
    choice,
    strokes: [],
    prepared: true,
    shown: { about: 'drawing' },
    answer: null,
    answered: null,
    asking: false,
    pointed: null,
    pinned: null,
    detail: null,
    pictures: [],
    hiddenNodes: choice.settings.hiddenNodes,
    tab: null,
    lesson: null,
    task: null,
    run: freshRun(choice.settings),
    speed: Number.POSITIVE_INFINITY,
    viewedStep: null,
    microscope: initialMicroscope(),
    mistakes: initialMistakes(),
    imagination: initialImagination(),
    present: null,
    hide: [],
    tools: initialTools(),
    scores: [],
    trainingMetrics: [],
    nodes: initialNodes(),
    files: { train: { loaded: null, latest: null }, test: { loaded: null, latest: null } },
  };
}

/** @param {import('../shared/settings.js').Settings} settings @returns {State['run']} */
function freshRun({ epochs, learningRate }) {
  return {
    number: 0,
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
  };
}

/**
 * A new worker has none of what the old one had: all but the visitor's choices, drawing and lesson goes.
 *
 * @param {State} state
 */
export function forgetWorker(state) {
  const { scheme, choice, strokes, prepared, tab, present, lesson, hide, tools, nodes } = state;
  const imagination = initialImagination(state.imagination.chosen);
  const kept = { scheme, strokes, prepared, tab, present, lesson, hide, tools, imagination };
  Object.assign(state, initialState(choice), kept);
  // What is in view says so only when that changes.
  state.nodes.seen = nodes.seen;
}

/**
 * Takes in what the worker tells. What it tells of a run that is over is dropped.
 *
 * @param {State} state
 * @param {Message} message
 */
export function takeMessage(state, message) {
  if ('number' in message && message.number < state.run.number) return;
  switch (message.about) {
    case 'ready':
      state.ready = true;
      state.pretrained = message.problem === '';
      if (message.problem) addProblem(state, `The trained network did not come: ${message.problem}`);
      break;
    case 'run': {
      if (message.number > state.run.number)
        Object.assign(state, { viewedStep: null, scores: [], trainingMetrics: [] });
      const { about, ...run } = message;
      state.run = run;
      break;
    }
    case 'score': {
      const { about, number, ...latest } = message;
      state.scores = insertPoint(
        state.scores.filter(({ testSetVersion }) => testSetVersion === latest.testSetVersion),
        latest,
      );
      break;
    }
    case 'trainingMetrics': {
      const { about, number, ...latest } = message;
      state.trainingMetrics = insertPoint(state.trainingMetrics, latest);
      break;
    }
    case 'pictures':
      state.hiddenNodes = message.hiddenNodes;
      for (const held of /** @type {const} */ (['pointed', 'pinned'])) {
        const part = state[held];
        if (part?.kind === 'node' && part.index >= message.hiddenNodes) state[held] = null;
      }
      state.pictures = Array.from({ length: DIGITS }, (_, digit) =>
        message.pictures.subarray(digit * PIXELS, (digit + 1) * PIXELS),
      );
      break;
    case 'file':
      state.files[message.kind].latest = message;
      if (message.state === 'loaded') state.files[message.kind].loaded = message;
      if (message.state === 'failed') addProblem(state, `${message.name}: ${message.problem}`);
      break;
  }
}

/** @param {State} state @param {string} problem */
export function addProblem(state, problem) {
  if (!state.problems.includes(problem)) state.problems = [...state.problems, problem];
}

/**
 * The score of the network that answers, or the latest before.
 *
 * @param {State} state
 */
export function latestScore({ scores, viewedStep }) {
  return scores.findLast(({ step }) => viewedStep === null || step <= viewedStep) ?? null;
}

/**
 * The part of the stage that is explained.
 *
 * @param {State} state
 */
export function explained({ pointed, pinned }) {
  return pointed ?? pinned;
}

/**
 * What the stage shows, as the worker is asked about it.
 *
 * @param {State} state
 * @returns {import('../worker/subjects.js').Subject}
 */
export function subject({ shown, strokes, prepared }) {
  return shown.about === 'drawing' ? { ...shown, strokes, prepared } : shown;
}

/**
 * Which of the run's controls can be used.
 *
 * @param {State} state
 */
export function able({ ready, run }) {
  return {
    train: ready && !run.active && !run.done,
    pause: ready && run.active,
    step: ready && !run.done,
    reset: ready,
  };
}

/**
 * How much of the run is done, 0..1. How long it is shows only when its records have all arrived.
 *
 * @param {State} state
 */
export function share({ run, files }) {
  if (run.done) return 1;
  return files.train.loaded && run.steps > 0 ? run.step / run.steps : 0;
}

/**
 * Which of the snapshots that were kept is looked at; as many as there are: now.
 *
 * @param {State} state
 */
export function snapshotShown({ run: { snapshots }, viewedStep }) {
  return viewedStep === null ? snapshots.length : snapshots.findLastIndex((step) => step <= viewedStep);
}
