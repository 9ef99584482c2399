import { msg } from '@lit/localize';
import { isArriving } from '../../shared/file-progress.js';
import { packed, unpacked } from '../../shared/packed-strokes.js';
import { SPEEDS } from '../../shared/speeds.js';

/** @typedef {import('./state.js').About} About */
/** @typedef {import('../../app/page-state.js').State} State */

/** Milliseconds from a change of the drawing until it is kept. */
const DELAY = 400;
/** Milliseconds after which Train and the lesson do not wait any longer for what is kept. */
const PATIENCE = 2000;

/**
 * Keeping the run, the drawing and the place on the page for the next visit, and bringing them back.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {object} page
 * @param {(strokes: number[][][]) => void} page.draw
 * @param {(tab: any) => void} page.openTab
 * @param {readonly string[]} page.tabNames
 * @param {(speed: number) => void} page.changeSpeed
 * @param {() => import('../training/state.js').Run} page.run the one on the page
 * @param {(change: Partial<import('../training/state.js').Run>) => void} page.changeRun
 * @param {() => void} page.loadAsBefore loads the visitor's own files
 * @param {() => import('../../app/page-state.js').Choice | null} page.choiceBehind the one to go back to once that run
 *   gives way
 */
export function keepingActions(context, page) {
  const { state, worker, show, attempt, addProblem } = context;
  /** @type {import('../../worker/keeper.js').Kept | null} */
  let kept = null;
  const keptFiles = () => Object.values(kept?.files ?? {}).map((/** @type {any} */ each) => each?.files);
  const watch = watcher(context, page.run, keptFiles);

  /** @param {About} about */
  const bringBack = async (about) => {
    const { keeping } = state;
    // A double click would have the run take its own place, and what was there before could not be brought back.
    if (!keeping.offers.includes(about)) return;
    keeping.offers = keeping.offers.filter((offer) => offer !== about);
    const discardedChoice = page.choiceBehind();
    if (await attempt(worker().keeping.restore(about.slot))) {
      page.changeRun({ viewedStep: null, discardedChoice });
      state.choice = about.choice;
      keeping.restored = { about, generation: page.run().generation };
      if (kept && putFilesBack(state, kept.files[about.slot]) && hasRecords(state)) page.loadAsBefore();
    } else addProblem(() => msg('The run that was kept can’t be read. Press Train to train a new one.'));
    show();
  };

  /** @param {any} kept may come from another page of the same host */
  const putPageBack = (kept) => {
    const { strokes, earlier } = state.stage;
    const drawing = checkedStrokes(kept?.strokes);
    if (drawing.length > 0 && strokes.length === 0 && earlier.length === 0) page.draw(drawing);
    if (state.tab === null && !state.hide.includes('closer') && page.tabNames.includes(kept?.tab))
      page.openTab(kept.tab);
    if (SPEEDS.includes(kept?.speed)) page.changeSpeed(kept.speed);
  };

  const open = async () => {
    const { keeping } = state;
    watch();
    kept = await attempt(worker().keeping.open());
    if (!kept || keeping !== state.keeping) return;
    const { latest, earlier } = kept;
    keeping.offers = [latest, earlier].filter((about) => about !== null);
    putPageBack(kept.page);
    // By now, Train may have waited long enough.
    const hasBegun = page.run().active || page.run().step > 0;
    const isWanted = !hasBegun && (keeping.isBare || (latest && isSame(latest.choice, state.choice)));
    if (latest && isWanted && !latest.isReset && !keeping.isRestarted) await bringBack(latest);
  };
  let opening = /** @type {Promise<unknown>} */ (Promise.resolve());

  return {
    watchKeeping: watch,
    bringBack,

    openKept() {
      const { keeping } = state;
      opening = Promise.race([open(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]).then(() => {
        keeping.isOpened = true;
        show();
      });
    },

    /**
     * An action that goes on with the run: it waits for the kept one.
     *
     * @param {() => void} action
     */
    onceOpened(action) {
      if (state.keeping.isOpened) action();
      else opening.then(action);
    },

    /** Forgets what is kept. What is on the page stays there. */
    async forgetKept() {
      Object.assign(state.keeping, { restored: null, offers: [] });
      await attempt(worker().keeping.forget());
      state.keeping.isForgotten = state.keeping.bytes === 0;
      show();
    },

    /** The browser may discard the page: it is not seen any longer. */
    saveKept() {
      if (state.ready) attempt(worker().keeping.saveNow());
    },
  };
}

/** @param {import('../../app/page-state.js').Choice} one @param {import('../../app/page-state.js').Choice} other */
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** @param {unknown} kept @returns {number[][][]} none, if they are not strokes */
function checkedStrokes(kept) {
  const areStrokes =
    Array.isArray(kept) &&
    kept.every((stroke) => stroke instanceof Float64Array && stroke.every((place) => Number.isFinite(place)));
  return areStrokes ? unpacked(kept).filter((stroke) => stroke.length > 0) : [];
}

/**
 * Tells the worker what has changed on the page, whenever that is drawn.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {() => import('../training/state.js').Run} run the one on the page
 * @param {() => unknown[]} keptFiles those that the worker has kept in earlier visits, of each run
 */
function watcher({ state, worker, attempt }, run, keptFiles) {
  /** @type {{ choice: object, own: unknown, page: unknown[] }} */
  const seen = { choice: {}, own: state.records.own, page: [null] };
  let isDue = false;
  const keepPage = () => {
    isDue = false;
    const { stage, tab } = state;
    const { speed } = run();
    if (state.ready) attempt(worker().keeping.keepPage({ strokes: packed(stage.strokes), tab, speed }));
  };
  let keeping = state.keeping;
  return () => {
    if (!state.ready) return;
    // Another worker knows nothing yet.
    const isNew = keeping !== state.keeping;
    keeping = state.keeping;
    if (isNew) seen.own = null;
    if (isNew || seen.choice !== state.choice) {
      seen.choice = state.choice;
      attempt(worker().keeping.keep(state.runId, state.choice));
    }
    if (state.keeping.status !== 'kept') return;
    const page = [state.stage.strokes, state.tab, run().speed];
    if (page.some((part, i) => part !== seen.page[i])) {
      seen.page = page;
      if (!isDue) setTimeout(keepPage, DELAY);
      isDue = true;
    }
    const { own, holdOut } = state.records;
    if (seen.own === own) return;
    seen.own = own;
    // Those of a kept run are kept already.
    if (!keptFiles().includes(own))
      attempt(worker().keeping.keepFiles(own.length > 0 ? { files: own, holdOut } : null));
  };
}

/**
 * Takes the visitor's own files for those that the run learned from: Train loads them, unless there are others.
 *
 * @param {State} state
 * @param {any} kept may come from another page of the same host
 * @returns {boolean} whether they are there
 */
function putFilesBack({ records, keeping }, kept) {
  if (!Array.isArray(kept?.files) || records.own.length > 0) return false;
  /** @type {import('../records/state.js').Own[]} */
  const files = kept.files;
  const sources = files.flatMap((each) => each.sources);
  // The page in one file sends the worker bytes (single/send.js).
  for (const source of sources) if (source.file instanceof Uint8Array) source.file = new Blob([source.file]);
  const missing = sources.filter(({ file }) => !(file instanceof Blob));
  records.holdOut = kept.holdOut !== false;
  if (missing.length > 0) keeping.missing = missing.map(({ name }) => name);
  else records.own = files;
  return missing.length === 0;
}

/** Whether records are in use, or on their way: MNIST's may have been fetched ahead. @param {State} state */
const hasRecords = ({ records: { train, test } }) =>
  [train, test].some((files) => files.loaded !== null || isArriving(files));
