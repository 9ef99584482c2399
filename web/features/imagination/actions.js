import { DIGITS } from '../../shared/shape.js';
import { targetsFor } from '../../shared/targets.js';
import { latestOnly } from '../../ui/latest.js';
import { targetsOf } from './chosen-targets.js';
import { ASCENT_STEPS, BLANK } from './state.js';

/** Milliseconds between two looks at a network that learns. */
const LOOK = 500;
/** Steps of an ascent: a second, to be watched; and at a time, whether or not anybody watches. */
const PACE = 100;
const PORTION = 10;

/**
 * What the network imagines: by backquery, and by ascent. Nothing is asked while that view is closed.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function imaginationActions({ state, worker, show, said }) {
  const open = () => state.ready && state.tab === 'imagination';

  const imagine = latestOnly(async (/** @type {import('./chosen-targets.js').ChosenTargets} */ chosen) => {
    const imagined = await said(worker().questions.imagine(targetsOf(chosen)));
    if (imagined) state.imagination.imagined = { ...imagined, chosen };
    show();
  });

  /**
   * @param {import('./state.js').Ascent} ascent
   * @param {Float32Array} targets
   * @param {number} steps
   */
  const further = async ({ inputs, step }, targets, steps) => {
    const taken = Math.min(steps, ASCENT_STEPS - step);
    const reached = await said(worker().questions.ascend(inputs, targets, taken));
    return reached && { ...reached, step: step + taken };
  };

  /** Number of the ascent that goes on: any other ends. */
  let current = 0;

  /** Goes on with the ascent that is watched; who prefers less motion is shown its end. */
  const startAscent = async () => {
    const number = ++current;
    const { imagination } = state;
    const targets = targetsOf(imagination.chosen);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    imagination.ascending = true;
    show();
    let { ascent } = imagination;
    let before = performance.now();
    while (ascent.step < ASCENT_STEPS && open()) {
      const now = performance.now();
      const due = Math.round(((now - before) * PACE) / 1000);
      before = now;
      const next = await further(ascent, targets, still ? PORTION : Math.min(Math.max(due, 1), PORTION));
      if (number !== current) return;
      if (!next) break;
      ascent = next;
      if (still) continue;
      imagination.ascent = ascent;
      show();
      await new Promise(requestAnimationFrame);
      if (number !== current) return;
    }
    imagination.ascent = ascent;
    hold();
  };

  /** Ends the ascent that is watched; nobody watches those of the ten digits, which come next. */
  const hold = async () => {
    const number = ++current;
    const { imagination } = state;
    imagination.ascending = false;
    show();
    while (imagination.digitAscents.length < DIGITS) {
      const targets = targetsFor(imagination.digitAscents.length);
      let ascent = BLANK;
      while (ascent.step < ASCENT_STEPS) {
        // A network that learns would be another one at each step.
        if (!open() || state.run.active) return;
        const next = await further(ascent, targets, PORTION);
        if (!next || number !== current) return;
        ascent = next;
      }
      imagination.digitAscents = [
        ...imagination.digitAscents,
        /** @type {import('./state.js').Reading} */ (ascent),
      ];
      show();
    }
  };

  const restartAscent = () => {
    state.imagination.ascent = BLANK;
    startAscent();
  };

  /** @param {number} steps none: it is only read again, by the network as it is now */
  const ascendBy = async (steps) => {
    const { imagination } = state;
    const { ascent } = imagination;
    const next = await further(ascent, targetsOf(imagination.chosen), steps);
    if (next && imagination.ascent === ascent) imagination.ascent = next;
    show();
  };

  let looked = -Infinity;

  return {
    /** The network has changed, or the view was opened. */
    imagineAnew() {
      if (!open()) return;
      const { imagination, run } = state;
      imagination.digitAscents = [];
      if (!run.active) {
        imagine(state.imagination.chosen);
        restartAscent();
      } else if (performance.now() - looked > LOOK) {
        looked = performance.now();
        imagine(state.imagination.chosen);
        if (!imagination.ascending && imagination.ascent !== BLANK) ascendBy(0);
      }
    },

    /** @param {Partial<import('./chosen-targets.js').ChosenTargets>} change */
    chooseTargets(change) {
      state.imagination.chosen = { ...state.imagination.chosen, ...change };
      imagine(state.imagination.chosen);
      restartAscent();
    },

    startAscent,
    holdAscent: hold,
    async stepAscent() {
      await ascendBy(1);
      hold();
    },
    clearAscent() {
      state.imagination.ascent = BLANK;
      hold();
    },
  };
}
