import { DIGITS } from '../../shared/shape.js';
import { targetsFor } from '../../shared/targets.js';
import { passes } from '../../shared/throttle.js';
import { latestOnly } from '../../ui/latest.js';
import { targetsOf } from './chosen-targets.js';
import { ASCENT_STEPS, BLANK } from './state.js';

/** @typedef {import('./state.js').Ascent} Ascent */

/** Milliseconds between two looks at a network that learns. */
const LOOK = 500;
/** Steps of an ascent: per second, to be watched; and at a time, whether or not anybody watches. */
const PACE = 100;
const PORTION = 10;

/**
 * What the network imagines: by backquery, and by gradient ascent. Nothing is asked while that tab is closed.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function imaginationActions({ state, worker, show, attempt }) {
  const isOpen = () => state.ready && state.tab === 'imagination';
  const isLearning = () => state.runs[state.runId].active;

  const imagine = latestOnly(async () => {
    const { chosen } = state.imagination;
    const imagined = await attempt(worker().imagination.backquery(state.runId, targetsOf(chosen)));
    if (imagined) state.imagination.imagined = { ...imagined, chosen };
    show();
  });

  /**
   * @param {Ascent} ascent
   * @param {Float32Array} targets
   * @param {number} steps
   * @returns {Promise<Ascent | null>} null: the call failed
   */
  const further = async ({ inputs, step }, targets, steps) => {
    const taken = Math.min(steps, ASCENT_STEPS - step);
    const reached = await attempt(worker().imagination.ascend(state.runId, inputs, targets, taken));
    return reached && { ...reached, step: step + taken };
  };

  /**
   * Goes on to the end, unwatched.
   *
   * @param {Ascent} from
   * @param {Float32Array} targets
   * @param {() => boolean} isWanted still
   * @returns {Promise<Ascent | null>} null: it is not wanted any more, or a call failed
   */
  const toTheEnd = async (from, targets, isWanted) => {
    /** @type {Ascent | null} */
    let ascent = from;
    while (ascent && ascent.step < ASCENT_STEPS && isWanted())
      ascent = await further(ascent, targets, PORTION);
    return isWanted() ? ascent : null;
  };

  /** Goes on with the ascent that is watched; who prefers less motion is shown its end. */
  const watch = async () => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let before = performance.now();
    while (state.imagination.ascending && isOpen()) {
      const { ascent, chosen } = state.imagination;
      if (ascent.step === ASCENT_STEPS) break;
      // It may be held, or begun anew.
      const isWanted = () => isOpen() && state.imagination.ascending && state.imagination.ascent === ascent;
      const now = performance.now();
      const due = Math.round(((now - before) * PACE) / 1000);
      before = now;
      const next = still
        ? await toTheEnd(ascent, targetsOf(chosen), isWanted)
        : await further(ascent, targetsOf(chosen), Math.min(Math.max(due, 1), PORTION));
      if (!isWanted()) continue;
      if (!next) break;
      state.imagination.ascent = next;
      if (still) break;
      show();
      await new Promise(requestAnimationFrame);
    }
    state.imagination.ascending = false;
    show();
  };

  /** The ascent for the next of the ten digits, which nobody watches. @returns {Promise<boolean>} whether it came to its end */
  const ascendForDigit = async () => {
    const { digitAscents } = state.imagination;
    const isWanted = () =>
      isOpen() &&
      // A network that learns would be another one at each step.
      !isLearning() &&
      !state.imagination.ascending &&
      state.imagination.digitAscents === digitAscents;
    const ascent = await toTheEnd(BLANK, targetsFor(digitAscents.length), isWanted);
    if (!ascent) return false;
    const reached = /** @type {import('./state.js').Reading} */ (ascent);
    state.imagination.digitAscents = [...digitAscents, reached];
    show();
    return true;
  };

  /** One thing at a time: the ascent that is watched, then those of the ten digits. */
  const ascend = latestOnly(async (_, isLatest) => {
    if (state.imagination.ascending) await watch();
    while (state.imagination.digitAscents.length < DIGITS && isLatest() && (await ascendForDigit()));
  });

  /** @param {boolean} on */
  const setAscending = (on) => {
    state.imagination.ascending = on;
    show();
    ascend(undefined);
  };

  const restartAscent = () => {
    state.imagination.ascent = BLANK;
    setAscending(true);
  };

  /** @param {number} steps none: it is only read again, by the network as it is now */
  const ascendBy = async (steps) => {
    const { ascent, chosen } = state.imagination;
    const next = await further(ascent, targetsOf(chosen), steps);
    if (next && state.imagination.ascent === ascent) state.imagination.ascent = next;
    show();
  };

  return {
    /** The network has changed, or the tab was opened. */
    imagineAnew() {
      if (!isOpen()) return;
      const { imagination } = state;
      imagination.digitAscents = [];
      if (!isLearning()) {
        imagine(undefined);
        restartAscent();
      } else if (passes(imagination.throttle, LOOK)) {
        imagine(undefined);
        if (!imagination.ascending && imagination.ascent !== BLANK) ascendBy(0);
      }
    },

    /** @param {Partial<import('./chosen-targets.js').ChosenTargets>} change */
    chooseTargets(change) {
      state.imagination.chosen = { ...state.imagination.chosen, ...change };
      imagine(undefined);
      restartAscent();
    },

    startAscent: () => setAscending(true),
    holdAscent: () => setAscending(false),
    async stepAscent() {
      await ascendBy(1);
      setAscending(false);
    },
    clearAscent() {
      state.imagination.ascent = BLANK;
      setAscending(false);
    },
  };
}
