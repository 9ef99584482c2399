import { createSchemeActions } from '../features/appearance/actions.js';
import { imaginationActions } from '../features/imagination/actions.js';
import { lessonActions } from '../features/lesson/actions.js';
import { microscopeActions } from '../features/microscope/actions.js';
import { mistakesActions } from '../features/mistakes/actions.js';
import { nodesActions } from '../features/nodes/actions.js';
import { presentActions } from '../features/presentation/actions.js';
import { toolsActions } from '../features/sharing/actions.js';
import { stageActions } from '../features/stage/actions.js';
import { runActions } from '../features/training/actions.js';
import { addProblem } from './page-state.js';

/** @typedef {ReturnType<typeof createActions>} Actions */

/**
 * What the visitor can do.
 *
 * @param {import('./page-state.js').State} state
 * @param {() => import('./worker-client.js').Worker} worker as it is now
 * @param {{ show: () => void, restart: () => void }} page redraw it; start another worker
 */
export function createActions(state, worker, { show, restart }) {
  /** @type {import('./context.js').Context} */
  const context = {
    state,
    worker,
    show,
    said: (request) =>
      request.catch((error) => {
        // A worker's death is said once, where it is noticed.
        if (!state.dead) addProblem(state, error.message);
        show();
        return null;
      }),
  };
  const stage = stageActions(context);
  const run = runActions(context, stage);
  const nodes = nodesActions(context);
  const microscope = microscopeActions(context, stage, run);
  const imagination = imaginationActions(context);
  const mistakes = mistakesActions(context, run);

  const page = {
    ...stage,
    ...run,
    ...nodes,
    ...microscope,
    ...mistakes,
    ...imagination,
    ...createSchemeActions(state, { show }),
    ...presentActions(context),
    ...toolsActions(context),

    /** The network that answers, or what it can be asked about, has changed; so may have its answers. */
    answersChanged() {
      stage.ask();
      nodes.refreshNodes();
      mistakes.evaluate();
      imagination.imagineAnew();
    },

    /** @param {import('./page-state.js').Tab} tab */
    openTab(tab) {
      state.tab = tab;
      if (tab === 'microscope') microscope.takeSpecimen();
      imagination.imagineAnew();
      show();
      stage.ask();
      mistakes.evaluate();
    },

    dismiss() {
      state.problems = [];
      show();
    },
    restart,
  };
  return { ...page, ...lessonActions(context, page) };
}
