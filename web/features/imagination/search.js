import { DIGITS } from '../../shared/shape.js';

/** @typedef {import('../../app/page-state.js').State} State */
/** @typedef {import('../../shared/ways.js').Way} Way */
/**
 * Where a run's pictures are clearest.
 *
 * @typedef {object} Clearest
 * @property {number} step of the network whose pictures they are
 * @property {number} read how many of its ten pictures are read as their digit
 * @property {Basis} basis what was searched
 *
 * What a search goes by. If it changes, the search ends, and its result is out of date.
 *
 * @typedef {object} Basis
 * @property {Way} way
 * @property {number} generation of the run
 * @property {number} step of the run
 */

/** The most snapshots whose ascents are looked at: with 800 hidden nodes, those of one take a third of a second. */
export const MOST = 12;
/** Before this step, there is little to see. */
const EARLIEST = 100;

/** Digits in one call of the worker: an ascent takes ten milliseconds or more, ten backqueries a few. */
const PORTIONS = { ascent: 1, backquery: DIGITS };

const TEN = Array.from({ length: DIGITS }, (_, digit) => digit);

/**
 * The steps of the snapshots that are looked at. Their distances grow with the steps, as those of snapshots do.
 *
 * @param {number[]} steps of all snapshots
 * @param {Way} way
 * @returns {number[]}
 */
export function stepsToSearch(steps, way) {
  if (way === 'backquery') return steps;
  const late = steps.filter((step) => step >= EARLIEST);
  if (late.length <= MOST) return late.length > 0 ? late : steps.slice(-MOST);
  return Array.from({ length: MOST }, (_, i) => late[Math.round((i * (late.length - 1)) / (MOST - 1))]);
}

/** @param {State} state @returns {Basis} */
export const basisOf = ({ runs, runId, imagination: { way } }) => {
  const { generation, step } = runs[runId];
  return { way, generation, step };
};

/** @param {Basis} one @param {Basis} other */
export const isSameBasis = (one, other) =>
  one.way === other.way && one.generation === other.generation && one.step === other.step;

/**
 * Takes the rewind to where the ten pictures are clearest.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {(step: number | null) => void} rewind
 */
export async function searchClearest({ state, worker, show, attempt }, rewind) {
  const basis = basisOf(state);
  const { snapshots, viewedStep } = state.runs[state.runId];
  /** @type {(number | null)[]} null: the current network */
  const steps = [...stepsToSearch(snapshots, basis.way)];
  if (steps.at(-1) !== basis.step) steps.push(null);
  const search = { done: 0, of: steps.length };
  Object.assign(state.imagination, { search, clearest: null });
  show();

  const isWanted = () => {
    const run = state.runs[state.runId];
    const isUntouched = !run.active && run.viewedStep === viewedStep && isSameBasis(basisOf(state), basis);
    return state.imagination.search === search && isUntouched;
  };

  /** @param {number | null} step @returns {Promise<{ read: number, sum: number } | null>} null: it is over */
  const clarityAt = async (step) => {
    const clarity = { read: 0, sum: 0 };
    for (let from = 0; from < DIGITS; from += PORTIONS[basis.way]) {
      const digits = TEN.slice(from, from + PORTIONS[basis.way]);
      const part = await attempt(worker().imagination.clarity(state.runId, step, basis.way, digits));
      if (!part || !isWanted()) return null;
      clarity.read += part.read;
      clarity.sum += part.sum;
    }
    return clarity;
  };

  /** @type {{ step: number | null, read: number, sum: number } | null} */
  let best = null;
  for (const step of steps) {
    const clarity = await clarityAt(step);
    if (!clarity) break;
    if (!best || clarity.read > best.read || (clarity.read === best.read && clarity.sum > best.sum))
      best = { step, ...clarity };
    search.done++;
    show();
  }
  if (state.imagination.search !== search) return;
  state.imagination.search = null;
  if (best && search.done === search.of) {
    state.imagination.clearest = { step: best.step ?? basis.step, read: best.read, basis };
    rewind(best.step);
  }
  show();
}
