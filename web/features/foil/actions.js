import { passes } from '../../shared/throttle.js';
import { latestOnly } from '../../ui/latest.js';
import { POSITIONS } from './change.js';

/** Milliseconds between updates while the network learns. */
const PERIOD = 500;

/**
 * Fooling the network that answers, and the robust one. Nothing is asked while the part is closed.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {() => import('../../worker/picture.js').Subject} subject what the stage shows
 */
export function foilActions({ state, worker, show, attempt }, subject) {
  const fool = latestOnly(async () => {
    // After a restart of the worker, this is no longer the page's.
    const { foil } = state;
    const answering = await attempt(worker().foil.foolAnswering(state.runId, subject(), foil.digit));
    // The robust network may still have to be loaded.
    if (!foil.robust) {
      foil.answering = answering;
      show();
    }
    // Beside the pictures it is said that it is missing.
    const robust =
      answering && !foil.robustMissing
        ? await worker()
            .foil.foolRobust(state.runId, answering.inputs, answering.digit)
            .catch(() => null)
        : null;
    const robustMissing = answering !== null && robust === null;
    Object.assign(foil, { answering, robust, robustMissing });
    show();
  });

  const start = () => {
    state.foil.asked = shown(state);
    fool();
  };
  const isOpen = () => state.ready && state.foil.open;

  return {
    /** The network has changed. */
    foolAnew() {
      const { active } = state.runs[state.runId];
      if (isOpen() && (!active || passes(state.foil.throttle, PERIOD))) start();
    },

    /** The stage may show something else. */
    foolShown() {
      const { asked } = state.foil;
      if (isOpen() && shown(state).some((each, i) => each !== asked[i])) start();
    },

    /**
     * @param {boolean} open
     * @param {number} [position] of the slider at first
     */
    openFoil(open, position = POSITIONS) {
      Object.assign(state.foil, { open, position, answering: null, robust: null, robustMissing: false });
      show();
      if (isOpen()) start();
    },

    /** @param {number} digit as which the networks are to read what the stage shows */
    foolInto(digit) {
      state.foil.digit = digit;
      show();
      if (isOpen()) start();
    },

    /** @param {number} position of the slider */
    changeBy(position) {
      state.foil.position = position;
      show();
    },
  };
}

/** @param {import('../../app/page-state.js').State} state */
const shown = ({ stage: { shown, strokes, prepared, digit } }) => [shown, strokes, prepared, digit];
