import { DIGITS } from '../../shared/shape.js';
import { targetsFor } from '../../shared/targets.js';
import { latestOnly } from '../../ui/latest.js';
import { targetsOf } from './chosen-targets.js';
import { BLANK, CLIMB } from './state.js';

/** Milliseconds between two looks at a network that learns. */
const LOOK = 500;
/** Steps of a climb: a second, to be watched; and at a time, whether or not anybody watches. */
const PACE = 100;
const PORTION = 10;

/**
 * What the network imagines: by backquery, and by climbing. Nothing is asked while that view is closed.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function imaginationActions({ state, worker, show, said }) {
  const open = () => state.ready && state.view === 'imagination';

  const imagine = latestOnly(async (/** @type {import('./chosen-targets.js').Wish} */ wish) => {
    const imagined = await said(worker().questions.imagine(targetsOf(wish)));
    if (imagined) state.imagination.imagined = { ...imagined, wish };
    show();
  });

  /**
   * @param {import('./state.js').Climb} climb
   * @param {Float32Array} targets
   * @param {number} steps
   */
  const further = async ({ inputs, step }, targets, steps) => {
    const taken = Math.min(steps, CLIMB - step);
    const reached = await said(worker().questions.ascend(inputs, targets, taken));
    return reached && { ...reached, step: step + taken };
  };

  /** Number of the climbing that goes on: any other ends. */
  let current = 0;

  /** Goes on with the climb that is watched; who prefers less motion is shown its end. */
  const climb = async () => {
    const number = ++current;
    const { imagination } = state;
    const targets = targetsOf(imagination.wish);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    imagination.climbing = true;
    show();
    let { climb } = imagination;
    let before = performance.now();
    while (climb.step < CLIMB && open()) {
      const now = performance.now();
      const due = Math.round(((now - before) * PACE) / 1000);
      before = now;
      const next = await further(climb, targets, still ? PORTION : Math.min(Math.max(due, 1), PORTION));
      if (number !== current) return;
      if (!next) break;
      climb = next;
      if (still) continue;
      imagination.climb = climb;
      show();
      await new Promise(requestAnimationFrame);
      if (number !== current) return;
    }
    imagination.climb = climb;
    hold();
  };

  /** Ends the climb that is watched; nobody watches those of the ten digits, which come next. */
  const hold = async () => {
    const number = ++current;
    const { imagination } = state;
    imagination.climbing = false;
    show();
    while (imagination.climbed.length < DIGITS) {
      const targets = targetsFor(imagination.climbed.length);
      let climb = BLANK;
      while (climb.step < CLIMB) {
        // A network that learns would be another one at each step.
        if (!open() || state.run.active) return;
        const next = await further(climb, targets, PORTION);
        if (!next || number !== current) return;
        climb = next;
      }
      imagination.climbed = [...imagination.climbed, /** @type {import('./state.js').Reading} */ (climb)];
      show();
    }
  };

  const climbAnew = () => {
    state.imagination.climb = BLANK;
    climb();
  };

  /** @param {number} steps none: it is only read again, by the network as it is now */
  const climbBy = async (steps) => {
    const { imagination } = state;
    const { climb } = imagination;
    const next = await further(climb, targetsOf(imagination.wish), steps);
    if (next && imagination.climb === climb) imagination.climb = next;
    show();
  };

  let looked = -Infinity;

  return {
    /** The network has changed, or the view was opened. */
    imagineAnew() {
      if (!open()) return;
      const { imagination, run } = state;
      imagination.climbed = [];
      if (!run.active) {
        imagine(state.imagination.wish);
        climbAnew();
      } else if (performance.now() - looked > LOOK) {
        looked = performance.now();
        imagine(state.imagination.wish);
        if (!imagination.climbing && imagination.climb !== BLANK) climbBy(0);
      }
    },

    /** @param {Partial<import('./chosen-targets.js').Wish>} change */
    wish(change) {
      state.imagination.wish = { ...state.imagination.wish, ...change };
      imagine(state.imagination.wish);
      climbAnew();
    },

    climb,
    holdClimb: hold,
    async climbOneStep() {
      await climbBy(1);
      hold();
    },
    clearClimb() {
      state.imagination.climb = BLANK;
      hold();
    },
  };
}
