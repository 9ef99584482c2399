import { appearanceActions } from '../features/appearance/actions.js';
import { collectionActions } from '../features/collection/actions.js';
import { collectionStore } from '../features/collection/store.js';
import { foilActions } from '../features/foil/actions.js';
import { imaginationActions } from '../features/imagination/actions.js';
import { keepingActions } from '../features/keeping/actions.js';
import { keyboardActions } from '../features/keyboard/actions.js';
import { languageActions } from '../features/language/actions.js';
import { lessonActions } from '../features/lesson/actions.js';
import { microscopeActions } from '../features/microscope/actions.js';
import { mistakesActions } from '../features/mistakes/actions.js';
import { networkFilesActions } from '../features/network-files/actions.js';
import { isNetworkFile } from '../features/network-files/file-name.js';
import { nodesActions } from '../features/nodes/actions.js';
import { onThisMachineActions } from '../features/on-this-machine/actions.js';
import { presentActions } from '../features/presentation/actions.js';
import { recipeActions } from '../features/recipe/actions.js';
import { recordsActions } from '../features/records/actions.js';
import { mnistSource } from '../features/records/mnist.js';
import { sharingActions } from '../features/sharing/actions.js';
import { stageActions } from '../features/stage/actions.js';
import { subject } from '../features/stage/state.js';
import { teachingActions } from '../features/teaching/actions.js';
import { trainingActions } from '../features/training/actions.js';
import { changeRun, choiceBehind, currentRun, latestScore } from '../features/training/state.js';
import { errorData, errorSentence } from '../shared/error-data.js';
import { addProblem } from './page-state.js';
import { routeOf } from './route-state.js';
import { PART_NAMES, TAB_NAMES } from './routes.js';

/** @typedef {ReturnType<typeof createActions>} Actions */

/**
 * Everything that the visitor can do. Features do not import each other; they are connected here.
 *
 * @param {import('./page-state.js').State} state
 * @param {() => import('./worker-client.js').Worker} worker returns the current worker
 * @param {{ show: () => void, restart: () => void }} page show: redraws it; restart: starts another worker
 */
export function createActions(state, worker, { show, restart }) {
  const context = createContext(state, worker, show);
  const records = recordsActions(context);
  const mistakes = mistakesActions(context, records);
  const foil = foilActions(context, () => subject(state));
  const stage = stageActions(context, (subject) => {
    foil.foolShown();
    return mistakes.askSaliency(subject);
  });
  const training = trainingActions(context, { ...stage, ...records, answersChanged });
  const nodes = nodesActions(context);
  const microscope = microscopeActions(context, {
    ...stage,
    ...records,
    ...mistakes,
    subject: () => subject(state),
  });
  const collection = collectionActions(context, { ...records, ...mistakes, mnistSource }, collectionStore());
  const imagination = imaginationActions(context, training);
  const networkFiles = networkFilesActions(context, {
    ...training,
    latestScore: () => latestScore(state),
    changeRun: (change) => changeRun(state, change),
  });

  const teaching = teachingActions(context, { ...records, ...stage });

  /**
   * The network that answers or the records have changed, so its answers may be out of date.
   *
   * @returns {void}
   */
  function answersChanged() {
    stage.ask();
    nodes.refreshNodes();
    mistakes.evaluate();
    collection.measureAnew();
    imagination.imagineAnew();
    foil.foolAnew();
    teaching.workOnSheet();
  }

  /** Views a step of the run, or has training pause there. @param {number | null} step of a link; null: it has none */
  const goToStep = (step) => {
    if (step === null) return;
    if (step <= currentRun(state).step) training.rewind(step);
    else training.pauseAt(step);
    show();
  };

  /** Sets the speed of a link. @param {number | null} speed null: it has none */
  const goAt = (speed) => {
    if (speed !== null) training.changeSpeed(speed);
  };

  const page = {
    ...records,
    ...mistakes,
    ...stage,
    ...foil,
    ...training,
    ...nodes,
    ...microscope,
    ...imagination,
    ...networkFiles,
    ...collection,
    ...onThisMachineActions(context, records.loadedMnist),
    ...recipeActions(context, training.reset),
    ...appearanceActions(context),
    ...presentActions(context),
    ...keyboardActions(context),
    ...teaching,
    ...languageActions(context),
    ...sharingActions(context, { route: () => routeOf(state), partNames: PART_NAMES }),
    latestScore,
    train: () => keeping.onceOpened(training.train),
    fetchAhead: () => keeping.onceOpened(records.fetchAhead),
    step: () => keeping.onceOpened(training.step),

    answersChanged,

    /**
     * Takes what has been dropped: a network, records, or both.
     *
     * @param {DataTransfer} dropped
     * @param {import('../glassbox.js').Kind | null} place null: beside the two places for records
     */
    dropFiles(dropped, place) {
      const files = Array.from(dropped.files);
      const networks = files.filter(isNetworkFile);
      if (networks.length === 0 || !state.ready) return records.dropFiles(dropped, place);
      networkFiles.openFirst(networks);
      const others = files.filter((file) => !isNetworkFile(file));
      records.loadFiles(others, place);
    },

    /**
     * Has the worker do what a link asks for that was opened while it works.
     *
     * @param {import('./link.js').Route} route
     * @param {boolean} isReset whether it has reset the run, of which the page has not heard yet
     */
    followLink({ pictures, digit, drawing, step, speed }, isReset) {
      imagination.imagineBy(pictures);
      if (digit !== null) imagination.chooseTargets({});
      if (drawing) stage.ask();
      if (isReset) changeRun(state, { pauseAt: step });
      else goToStep(step);
      goAt(speed);
      teaching.prepareSheet();
    },
    goToStep,
    goAt,

    /** @param {import('./page-state.js').Tab} tab */
    openTab(tab) {
      state.tab = tab;
      if (tab === 'microscope') microscope.takeSpecimen();
      imagination.imagineAnew();
      show();
      stage.ask();
      mistakes.evaluate();
    },

    closeDialog() {
      state.dialog = null;
      show();
    },
    dismiss() {
      state.problems = [];
      show();
    },
    restart,
    reload: () => location.reload(),
  };
  const keeping = keepingActions(context, {
    ...page,
    tabNames: TAB_NAMES,
    run: () => currentRun(state),
    changeRun: (change) => changeRun(state, change),
    choiceBehind: () => choiceBehind(state),
  });
  const lesson = lessonActions(context, page);
  return {
    ...page,
    ...keeping,
    ...lesson,

    /** In a presentation, the lesson is about what the stage shows. */
    startLesson() {
      if (state.present) state.present = 'stage';
      lesson.startLesson();
    },
  };
}

/**
 * @param {import('./page-state.js').State} state
 * @param {() => import('./worker-client.js').Worker} worker
 * @param {() => void} show
 * @returns {import('./context.js').Context}
 */
function createContext(state, worker, show) {
  return {
    state,
    worker,
    show,
    addProblem: (problem) => addProblem(state, problem),
    attempt: (call) =>
      call.catch((error) => {
        const data = errorData(error);
        // The death of the worker is reported once, where it is noticed.
        if (!state.dead) addProblem(state, () => errorSentence(data));
        show();
        return null;
      }),
  };
}
