import { DIGITS, PIXELS } from '../shape.js';
import { initialImagination } from './imagination.js';

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
 * @property {Choice} choice recipe and settings
 * @property {number[][][]} strokes the drawing: points [x, y] in 0..1, y down
 * @property {boolean} prepared whether the network gets it prepared as MNIST was
 * @property {Shown} shown what the stage shows
 * @property {Answer | null} answer what the network makes of it
 * @property {Part | null} pointed the part of the stage under the visitor's finger
 * @property {Part | null} kept the part that was clicked: explained while none is pointed at
 * @property {Detail | null} detail the weights of the part that is explained
 * @property {Float32Array[]} pictures what the network imagines: ten of 784 values 0..1, or none yet
 * @property {View | null} view what is looked at closely
 * @property {import('./imagination.js').Imagination} imagination
 * @property {Omit<RunMessage, 'about'>} run
 * @property {Score[]} scores of the run, in the order of steps
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
 * @typedef {'nodes' | 'microscope' | 'mistakes' | 'imagination'} View
 *
 * @typedef {import('../glassbox.js').Kind} Kind
 *
 * @typedef {Omit<import('../worker/messages.js').AccuracyMessage, 'about' | 'number'>} Score
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
    choice,
    strokes: [],
    prepared: true,
    shown: { about: 'drawing' },
    answer: null,
    pointed: null,
    kept: null,
    detail: null,
    pictures: [],
    view: null,
    imagination: initialImagination(),
    run: freshRun(0, choice.settings.epochs),
    scores: [],
    files: { train: { loaded: null, latest: null }, test: { loaded: null, latest: null } },
  };
}

/** @param {number} number @param {number} epochs */
function freshRun(number, epochs) {
  return { number, active: false, epoch: 0, epochs, step: 0, steps: 0, done: false, rate: 0 };
}

/**
 * A new worker has none of what the old one had: all but the visitor's choices and drawing goes.
 *
 * @param {State} state
 */
export function forgetWorker(state) {
  const { choice, strokes, prepared, view } = state;
  const imagination = initialImagination(state.imagination.wish);
  Object.assign(state, initialState(choice), { strokes, prepared, view, imagination });
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
      if (message.number > state.run.number) state.scores = [];
      const { about, ...run } = message;
      state.run = run;
      break;
    }
    case 'accuracy': {
      const { about, number, ...latest } = message;
      const comparable = state.scores.filter(({ exam, step }) => exam === latest.exam && step < latest.step);
      state.scores = [...comparable, latest];
      break;
    }
    case 'pictures':
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
 * The latest score of the run.
 *
 * @param {State} state
 */
export function latestScore(state) {
  return state.scores.at(-1) ?? null;
}

/**
 * The part of the stage that is explained.
 *
 * @param {State} state
 */
export function explained({ pointed, kept }) {
  return pointed ?? kept;
}
