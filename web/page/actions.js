import { imaginationActions } from './actions/imagination.js';
import { runActions } from './actions/run.js';
import { stageActions } from './actions/stage.js';
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
  const imagination = imaginationActions(context);

  return {
    ...stage,
    ...runActions(context),
    ...imagination,

    /** The network that answers has changed, so may have its answers. */
    networkChanged() {
      stage.ask();
      imagination.imagineAnew();
    },

    /** @param {import('./state.js').View} view */
    look(view) {
      state.view = view;
      imagination.imagineAnew();
      show();
    },

    dismiss() {
      state.problems = [];
      show();
    },
    restart,
  };
}
