import { passes } from '../../shared/throttle.js';
import { latestOnly } from '../../ui/latest.js';
import { Ascents } from './ascents.js';
import { targetsOf } from './chosen-targets.js';
import { searchClearest } from './search.js';

/** Milliseconds between updates while the network learns. */
const PERIOD = 500;

/**
 * What the network imagines, by backquery and by gradient ascent. Nothing is asked while the tab is closed.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {{ rewind: (step: number | null) => void }} page rewind: takes the whole page to a snapshot
 */
export function imaginationActions(context, { rewind }) {
  const { state, worker, show, attempt } = context;
  const isOpen = () => state.ready && state.tab === 'imagination';
  const ascents = new Ascents(context, isOpen);

  const imagine = latestOnly(async () => {
    const { chosen } = state.imagination;
    const imagined = await attempt(worker().imagination.backquery(state.runId, targetsOf(chosen)));
    if (imagined) state.imagination.imagined = { ...imagined, chosen };
    show();
  });

  return {
    /** The network has changed, or the tab was opened. */
    imagineAnew() {
      if (!isOpen()) return;
      state.imagination.digitAscents = [];
      if (!state.runs[state.runId].active) {
        imagine();
        ascents.restart();
      } else if (passes(state.imagination.throttle, PERIOD)) {
        imagine();
        ascents.readAgain();
      }
    },

    /** @param {import('../../shared/ways.js').Way} way in which the pictures beside the outputs are found */
    imagineBy(way) {
      state.imagination.way = way;
      attempt(worker().runs.imagineBy(state.runId, way));
      show();
    },

    showClearest: () => searchClearest(context, rewind),

    /** @param {Partial<import('./chosen-targets.js').ChosenTargets>} change */
    chooseTargets(change) {
      state.imagination.chosen = { ...state.imagination.chosen, ...change };
      imagine();
      ascents.restart();
    },

    startAscent: () => ascents.start(),
    holdAscent: () => ascents.hold(),
    stepAscent: () => ascents.step(),
    clearAscent: () => ascents.clear(),
  };
}
