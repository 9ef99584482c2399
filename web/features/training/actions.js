import { snapshotShown } from '../../app/page-state.js';
import { checkSetting, recipeSettings } from '../../shared/settings.js';
import { SPEEDS, WATCHABLE } from '../../shared/speeds.js';
import { latestOnly } from '../../ui/latest.js';
import { newFile } from '../../worker/messages.js';

/** @typedef {import('../../glassbox.js').Kind} Kind */
/** @typedef {import('../../worker/csv-stream.js').Source} Source */

/**
 * MNIST, as the server has it beside the page.
 *
 * @param {Kind} kind
 * @returns {Source}
 */
function mnist(kind) {
  const name = `mnist_${kind}.csv.gz`;
  return { name, url: new URL(`data/${name}`, document.baseURI).href };
}

/**
 * The training run: its records, its settings, its course.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {{ put: (shown: import('../../app/page-state.js').Shown) => void }} stage
 */
export function runActions({ state, worker, show, said }, { put }) {
  /**
   * What was asked for last, to try again.
   *
   * @type {Record<Kind, Source>}
   */
  const sources = { train: mnist('train'), test: mnist('test') };

  /**
   * What is on its way or has come, for those who wait for it.
   *
   * @type {Record<Kind, Promise<unknown>>}
   */
  const arrivals = { train: Promise.resolve(), test: Promise.resolve() };

  /** @param {Kind} kind @param {Source} source */
  const load = (kind, source) => {
    sources[kind] = source;
    // At once, so that a second click asks for nothing twice.
    state.files[kind].latest = newFile(kind, source.name);
    arrivals[kind] = said(worker().session.load(kind, source));
    return arrivals[kind];
  };

  /** @param {Kind} kind @returns {Promise<unknown>} until they have come, or failed */
  const fetchMissing = (kind) => {
    const { loaded, latest } = state.files[kind];
    return loaded || latest?.state === 'arriving' ? arrivals[kind] : load(kind, sources[kind]);
  };

  /** @param {boolean} on whether the stage shows the records that are learnt */
  const watch = (on) => {
    if (on) put({ about: 'training' });
    else if (state.shown.about === 'training') put({ about: 'drawing' });
  };
  const watchable = () => state.speed <= WATCHABLE;

  /** Whether a network of the past is wanted still: looking at one pauses the run. */
  let looking = false;

  const goOn = () => {
    looking = false;
    state.viewedStep = null;
    fetchMissing('test');
    fetchMissing('train');
  };

  /** Starts a new run with the settings as they are. */
  const applyChoice = () => {
    state.viewedStep = null;
    said(worker().session.reset(state.choice.settings));
    watch(false);
    show();
  };

  const look = latestOnly(async (/** @type {number | null} */ step) => {
    if (!looking) return;
    const found = await said(worker().session.viewSnapshot(step));
    // The visitor may have moved on meanwhile.
    if (state.viewedStep === step) state.viewedStep = found;
    show();
  });

  /** @param {number | null} step of the network to look back at; null: now */
  const rewind = (step) => {
    looking = true;
    state.viewedStep = step;
    look(step);
    show();
  };

  /** @param {number} by so many of the snapshots that were kept; after the last of them is now */
  const shiftSnapshot = (by) => {
    const { snapshots } = state.run;
    const here = snapshotShown(state);
    const there = Math.min(Math.max(here + by, 0), snapshots.length);
    if (there !== here) rewind(snapshots[there] ?? null);
  };

  /** @param {number} speed records a second */
  const changeSpeed = (speed) => {
    state.speed = speed;
    said(worker().session.setSpeed(speed));
    if (state.run.active || !watchable()) watch(watchable());
    show();
  };

  /** @param {number} by so many of the speeds that are offered */
  const shiftSpeed = (by) => {
    const speed = SPEEDS[SPEEDS.indexOf(state.speed) + by];
    if (speed) changeSpeed(speed);
  };

  return {
    train() {
      goOn();
      said(worker().session.play());
      watch(watchable());
    },
    pause: () => said(worker().session.pause()),
    step() {
      goOn();
      said(worker().session.step());
      watch(true);
    },
    reset: applyChoice,

    changeSpeed,
    slower: () => shiftSpeed(-1),
    faster: () => shiftSpeed(1),

    /** @param {number} rate from the next record on */
    changeLearningRate: (rate) => said(worker().session.changeLearningRate(rate)),

    rewind,
    lookBack: () => shiftSnapshot(-1),
    lookForward: () => shiftSnapshot(1),
    fetchMissing,

    /** @param {string} recipe */
    chooseRecipe(recipe) {
      state.choice = { recipe, settings: recipeSettings(recipe, { seed: state.choice.settings.seed }) };
      applyChoice();
    },
    /** @param {string} name @param {number} value */
    changeSetting(name, value) {
      const settings = { ...state.choice.settings, [name]: checkSetting(name, value) };
      state.choice = { ...state.choice, settings };
      applyChoice();
    },

    /** @param {Kind} kind @param {File} file */
    loadFile: (kind, file) => load(kind, { name: file.name, file }),
    /** @param {Kind} kind */
    retry: (kind) => load(kind, sources[kind]),
  };
}
