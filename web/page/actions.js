import { microscopeActions } from './actions/microscope.js';
import { nodesActions } from './actions/nodes.js';
import { presentActions } from './actions/present.js';
import { runActions } from './actions/run.js';
import { stageActions } from './actions/stage.js';
import { toolsActions } from './actions/tools.js';
import { createSchemeActions } from './scheme.js';
import { addProblem } from './state.js';

/** @typedef {ReturnType<typeof createActions>} Actions */

/**
 * What the visitor can do.
 *
 * @param {import('./state.js').State} state
 * @param {() => import('./worker-client.js').Worker} worker as it is now
 * @param {{ show: () => void, restart: () => void }} page redraw it; start another worker
 */
export function createActions(state, worker, { show, restart }) {
  /** @type {import('./actions/context.js').Context} */
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
  const nodes = nodesActions(context);
  const microscope = microscopeActions(context, stage);

  return {
    ...stage,
    ...nodes,
    ...runActions(context, stage),
    ...createSchemeActions(state, { show }),
    ...microscope,
    ...presentActions(context),
    ...toolsActions(context),

    /** The network that answers has changed, so may have its answers. */
    networkChanged() {
      stage.ask();
      nodes.refreshNodes();
    },

    /** @param {import('./state.js').View} view */
    look(view) {
      state.view = view;
      if (view === 'microscope') microscope.takeSpecimen();
      show();
    },

    dismiss() {
      state.problems = [];
      show();
    },
    restart,
  };
}
