import * as collection from '../features/collection/questions.js';
import * as foil from '../features/foil/questions.js';
import * as imagination from '../features/imagination/questions.js';
import * as microscope from '../features/microscope/questions.js';
import * as mistakes from '../features/mistakes/questions.js';
import * as networkFiles from '../features/network-files/questions.js';
import * as nodes from '../features/nodes/questions.js';
import * as stage from '../features/stage/questions.js';
import * as teaching from '../features/teaching/questions.js';
import { WAYS } from '../shared/ways.js';
import { assistantWith } from './assistants/assistant.js';
import { Keeper } from './keeper.js';
import { Loader } from './loader.js';
import { Observing } from './observing.js';
import { questionContext } from './question-context.js';
import { RecordSets } from './record-sets.js';
import { robustNetwork } from './robust.js';
import { Runs } from './runs.js';

/**
 * Every call that the page can make to the worker. No other module in this folder knows the features' questions.
 *
 * @typedef {ReturnType<typeof createApi>} Api
 * @typedef {import('./question-context.js').QuestionContext} QuestionContext
 *
 * @typedef {object} Parts shared by all runs
 * @property {import('../glassbox.js').Glassbox} glassbox
 * @property {import('../glassbox.js').Records} records
 * @property {RecordSets} sets
 * @property {Loader} loader
 * @property {import('../glassbox.js').Network | null} bundled the network that comes with the page
 * @property {Observing} observing
 * @property {import('./messages.js').Tell} tell
 */

/**
 * A feature's questions as the page asks them: the first argument is a run's id instead of the context.
 *
 * @template Q
 * @typedef {{ [N in keyof Q]: Q[N] extends (context: any, ...args: infer A) => infer R
 *   ? (run: string, ...args: A) => R : never }} Asked
 */

/**
 * @param {import('../glassbox.js').Glassbox} glassbox
 * @param {import('../glassbox.js').Network | null} bundled
 * @param {import('./messages.js').Tell} tellPage
 * @param {import('./kept-store.js').KeptStore | null} [store] where the run is kept; null: nowhere
 * @param {import('./assistants/assistant.js').Assistant[]} [assistants] default: one, in this thread
 */
export function createApi(glassbox, bundled, tellPage, store = null, assistants = [assistantWith(glassbox)]) {
  /** @type {import('./messages.js').Tell} */
  const tell = (message, transfer) => {
    tellPage(message, transfer);
    keeper.heard(message);
  };
  const records = glassbox.records();
  const on = {
    written: () => runs.restartStale(),
    arrived: () => runs.recordsArrived(),
    /** @param {import('../glassbox.js').Kind} kind */
    ended: (kind) => runs.fileEnded(kind),
    /** @param {number} count @returns {boolean} */
    isEnough: (count) => runs.haveEnough(count),
  };
  const sets = new RecordSets({ records, bundled }, tell, on);
  const loader = new Loader({ glassbox, records, sets, reader: assistants[0].reader }, tell, on);
  const robust = robustNetwork(glassbox);
  // Scores wait for no file that is being read.
  const observers = assistants.map(({ observer }) => observer).reverse();
  const observing = new Observing(observers, records);
  const runs = new Runs({ glassbox, records, sets, loader, bundled, observing, tell });
  const keeper = new Keeper(store, glassbox, runs, tellPage);

  /**
   * @template {Record<string, (context: QuestionContext, ...args: any) => unknown>} Q
   * @param {Q} questions
   */
  const asked = (questions) => {
    const named = Object.entries(questions).map(([name, question]) => [
      name,
      (/** @type {string} */ id, /** @type {unknown[]} */ ...args) => {
        const run = runs.get(id);
        run.asked();
        const { answering } = run;
        return question(
          questionContext({ glassbox, records, sets, bundled, run, answering, robust }),
          ...args,
        );
      },
    ]);
    return /** @type {Asked<Q>} */ (Object.fromEntries(named));
  };

  return {
    records: {
      loadMnist: loader.loadMnist.bind(loader),
      loadOwn: loader.loadOwn.bind(loader),
      correct: sets.correct.bind(sets),
    },
    runs: runsApi(runs),
    keeping: keepingApi(keeper),
    stage: asked(stage),
    nodes: asked(nodes),
    networkFiles: asked(networkFiles),
    microscope: asked(microscope),
    mistakes: asked(mistakes),
    imagination: asked(imagination),
    foil: asked(foil),
    collection: asked(collection),
    teaching: asked(teaching),
  };
}

/**
 * The calls that control runs. Each takes the run's id first.
 *
 * @param {Runs} runs
 */
const runsApi = (runs) => ({
  /**
   * @param {string} id
   * @param {import('../shared/settings.js').Settings} settings
   * @param {import('../shared/ways.js').Way} [way] in which pictures are found
   */
  create: (id, settings, way = WAYS[0]) => runs.create(id, settings, way),
  /** @param {string} id @param {import('../shared/settings.js').Settings} settings */
  reset: (id, settings) => runs.get(id).history.reset(settings),
  /** @param {string} id */
  undoReset: (id) => runs.get(id).history.undoReset(),
  /** @param {string} id @param {number | null} [until] */
  play: (id, until) => runs.get(id).play(until),
  /** @param {string} id */
  pause: (id) => runs.get(id).pause(),
  /** @param {string} id */
  step: (id) => runs.get(id).step(),
  /** @param {string} id @param {number} recordsPerSecond */
  setSpeed: (id, recordsPerSecond) => runs.get(id).setSpeed(recordsPerSecond),
  /** @param {string} id @param {number} learningRate */
  changeLearningRate: (id, learningRate) => runs.get(id).changeLearningRate(learningRate),
  /** @param {string} id @param {import('../shared/ways.js').Way} way */
  imagineBy: (id, way) => runs.get(id).imagineBy(way),
  /** @param {string} id @param {number | null} step */
  viewSnapshot: (id, step) => runs.get(id).viewSnapshot(step),
  /** @param {string} id @param {string} name @param {Blob} file */
  openNetwork: (id, name, file) => runs.get(id).openNetwork(name, file),
});

/** The calls about what is kept for the next visit. @param {Keeper} keeper */
const keepingApi = (keeper) => ({
  open: keeper.open.bind(keeper),
  keep: keeper.keep.bind(keeper),
  restore: keeper.restore.bind(keeper),
  keepPage: keeper.keepPage.bind(keeper),
  keepFiles: keeper.keepFiles.bind(keeper),
  saveNow: keeper.saveNow.bind(keeper),
  forget: keeper.forget.bind(keeper),
});
