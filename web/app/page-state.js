import { initialCollection } from '../features/collection/state.js';
import { initialFoil, restartedFoil } from '../features/foil/state.js';
import { initialImagination, restartedImagination } from '../features/imagination/state.js';
import { initialKeeping, restartedKeeping, takeKeeping } from '../features/keeping/state.js';
import { initialKeyboard } from '../features/keyboard/state.js';
import { initialLanguage } from '../features/language/state.js';
import { initialLesson, restartedLesson } from '../features/lesson/state.js';
import { initialMicroscope } from '../features/microscope/state.js';
import { initialMistakes } from '../features/mistakes/state.js';
import { initialNodes, restartedNodes } from '../features/nodes/state.js';
import { initialOnThisMachine } from '../features/on-this-machine/state.js';
import { initialRecipe } from '../features/recipe/state.js';
import {
  failedAhead,
  initialRecords,
  restartedRecords,
  takeFile,
  takeSet,
} from '../features/records/state.js';
import { initialSharing } from '../features/sharing/state.js';
import { initialStage, releaseNodes, releaseRecord, restartedStage } from '../features/stage/state.js';
import { initialTeaching, restartedTeaching } from '../features/teaching/state.js';
import { initialRun, withNews } from '../features/training/state.js';
import { fileFailed, networkMissing } from './problem-texts.js';

/**
 * Everything that the page shows, in one plain object with a slice for each feature. The worker's messages change
 * it here; the visitor's input changes it in actions.
 *
 * @typedef {import('../worker/messages.js').Message} Message
 * @typedef {import('./link.js').Choice} Choice
 * @typedef {import('./link.js').Route} Route
 * @typedef {import('./routes.js').Tab} Tab
 * @typedef {import('../features/training/state.js').Run} Run
 * @typedef {import('../features/stage/state.js').Shown} Shown
 * @typedef {import('../features/stage/state.js').Part} Part
 * @typedef {import('../features/stage/state.js').Answer} Answer
 * @typedef {import('../shared/message.js').Text} Text
 *
 * @typedef {object} State
 * @property {boolean} ready whether the worker answers
 * @property {boolean} hasBundled whether the worker has the network that comes with the page
 * @property {boolean} dead whether the worker has died
 * @property {boolean} outdated whether it could not start because the page may have been renewed on the server
 * @property {Text[]} problems what went wrong, for the visitor to read
 * @property {Map<string, Text>} failures those of them that say why a file could not be loaded, by its name
 * @property {import('../features/appearance/actions.js').Scheme} scheme
 * @property {Choice} choice recipe and settings
 * @property {Tab | null} tab the open tab of ‘Look closer’; null: the first one, because none was chosen
 * @property {'stage' | 'curves' | 'pictures' | 'closer' | null} present what fills the screen in a presentation; null: no presentation
 * @property {import('./routes.js').Part[]} hide the hidden parts of the page
 * @property {'keys' | 'link' | 'teaching' | null} dialog that is open
 * @property {Record<string, Run>} runs by their ids
 * @property {string} runId of the one on the page
 * @property {import('../features/stage/state.js').Stage} stage
 * @property {import('../features/recipe/state.js').RecipeChoice} recipe
 * @property {import('../features/records/state.js').Records} records
 * @property {import('../features/collection/state.js').Collection} collection
 * @property {import('../features/foil/state.js').Foil} foil
 * @property {import('../features/nodes/state.js').Nodes} nodes
 * @property {import('../features/microscope/state.js').Microscope} microscope
 * @property {import('../features/mistakes/state.js').Mistakes} mistakes
 * @property {import('../features/imagination/state.js').Imagination} imagination
 * @property {import('../features/language/state.js').LanguageState} language
 * @property {import('../features/lesson/state.js').Lesson} lesson
 * @property {import('../features/keeping/state.js').Keeping} keeping
 * @property {import('../features/keyboard/state.js').Keyboard} keyboard
 * @property {import('../features/sharing/state.js').Sharing} sharing
 * @property {import('../features/teaching/state.js').Teaching} teaching
 * @property {import('../features/on-this-machine/state.js').OnThisMachine} onThisMachine
 */

/** The id of the run that the page begins with. */
const MAIN = 'main';

/** @param {Choice} choice @returns {State} */
export function initialState(choice) {
  return {
    ready: false,
    hasBundled: false,
    dead: false,
    outdated: false,
    problems: [],
    failures: new Map(),
    scheme: 'system',
    choice,
    tab: null,
    present: null,
    hide: [],
    dialog: null,
    runs: { [MAIN]: initialRun(choice.settings) },
    runId: MAIN,
    stage: initialStage(),
    recipe: initialRecipe(),
    records: initialRecords(),
    collection: initialCollection(),
    foil: initialFoil(),
    nodes: initialNodes(),
    microscope: initialMicroscope(),
    mistakes: initialMistakes(),
    imagination: initialImagination(),
    language: initialLanguage(),
    lesson: initialLesson(),
    keeping: initialKeeping(),
    keyboard: initialKeyboard(),
    sharing: initialSharing(),
    teaching: initialTeaching(),
    onThisMachine: initialOnThisMachine(),
  };
}

/**
 * Resets what the old worker told. What the visitor has drawn and chosen stays.
 *
 * @param {State} state
 */
export function forgetWorker(state) {
  const {
    scheme,
    choice,
    tab,
    present,
    hide,
    dialog,
    collection,
    keyboard,
    language,
    sharing,
    onThisMachine,
  } = state;
  Object.assign(state, initialState(choice), {
    ...{ scheme, tab, present, hide, dialog, collection, keyboard, language, sharing, onThisMachine },
    stage: restartedStage(state.stage),
    records: restartedRecords(state.records),
    foil: restartedFoil(state.foil),
    nodes: restartedNodes(state.nodes),
    imagination: restartedImagination(state.imagination),
    lesson: restartedLesson(state.lesson),
    teaching: restartedTeaching(state.teaching),
    keeping: restartedKeeping(),
  });
}

/**
 * Updates the state with a message from the worker.
 *
 * @param {State} state
 * @param {Message} message
 */
export function takeMessage(state, message) {
  switch (message.about) {
    case 'ready': {
      const { error } = message;
      state.ready = true;
      state.hasBundled = error === null;
      if (error) addProblem(state, () => networkMissing(error));
      break;
    }
    case 'file':
      takeFile(state.records, message);
      if (!failedAhead(state.records, message)) tellFailure(state, message);
      break;
    case 'set':
      takeSet(state.records, message);
      if (message.kind === 'test') releaseRecord(state.stage, message.records);
      break;
    case 'sent':
      state.onThisMachine.sent += message.bytes;
      break;
    case 'keeping':
      takeKeeping(state.keeping, message);
      break;
    case 'started':
    case 'assistant':
    case 'failure':
      break;
    default:
      state.runs[message.run] = withNews(state.runs[message.run], message);
      if (message.about === 'answering') releaseNodes(state.stage, message.answering.hiddenNodes);
  }
}

/**
 * Says why a file could not be loaded, until it is loaded again.
 *
 * @param {State} state
 * @param {import('../worker/messages.js').FileMessage} message
 */
function tellFailure(state, { name, error }) {
  const before = state.failures.get(name);
  state.problems = state.problems.filter((problem) => problem !== before);
  state.failures.delete(name);
  if (!error) return;
  const problem = () => fileFailed(name, error);
  state.failures.set(name, problem);
  addProblem(state, problem);
}

/** @param {State} state @param {Text} problem */
export function addProblem(state, problem) {
  if (!state.problems.some((other) => other() === problem())) state.problems = [...state.problems, problem];
}
