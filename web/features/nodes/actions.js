import { latestOnly } from '../../ui/latest.js';

/** Milliseconds between two looks at all weights while they change all the time. */
const PERIOD = 500;

/**
 * The weights of the hidden nodes as pictures: fetched where they are in view, and have changed.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function nodesActions({ state, worker, show, said }) {
  let last = Number.NEGATIVE_INFINITY;

  const fetch = latestOnly(async () => {
    state.nodes.weights = await said(worker().questions.weightPictures());
    show();
  });

  const refreshNodes = () => {
    if (!state.ready || !state.nodes.seen) return;
    const now = performance.now();
    if (state.run.active && now - last < PERIOD) return;
    last = now;
    fetch(undefined);
  };

  return {
    refreshNodes,

    /** @param {boolean} seen whether the pictures are in view */
    seeNodes(seen) {
      state.nodes.seen = seen;
      last = Number.NEGATIVE_INFINITY;
      refreshNodes();
    },
  };
}
