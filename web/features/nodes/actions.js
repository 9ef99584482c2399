import { close, isOpen, newThrottle } from '../../shared/throttle.js';
import { latestOnly } from '../../ui/latest.js';

/** Milliseconds between updates while the network learns. */
const PERIOD = 500;

/**
 * The weights of the hidden nodes as pictures, updated while they are in view.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function nodesActions({ state, worker, show, attempt }) {
  const fetch = latestOnly(async () => {
    const weights = await attempt(worker().nodes.weightPictures(state.runId));
    state.nodes.weights = weights;
    show();
  });

  const refreshNodes = () => {
    const { seen, throttle } = state.nodes;
    if (!state.ready || !seen) return;
    if (state.runs[state.runId].active && !isOpen(throttle)) return;
    close(throttle, PERIOD);
    fetch();
  };

  return {
    refreshNodes,

    /** @param {boolean} seen whether the pictures are in view */
    seeNodes(seen) {
      Object.assign(state.nodes, { seen, throttle: newThrottle() });
      refreshNodes();
    },
  };
}
