import { checkSetting, recipeSettings } from '../../settings.js';
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
 * @param {import('./context.js').Context} context
 */
export function runActions({ state, worker, show, said }) {
  /**
   * What was asked for last, to try again.
   *
   * @type {Record<Kind, Source>}
   */
  const sources = { train: mnist('train'), test: mnist('test') };

  /** @param {Kind} kind @param {Source} source */
  const load = (kind, source) => {
    sources[kind] = source;
    // At once, so that a second click asks for nothing twice.
    state.files[kind].latest = newFile(kind, source.name);
    return said(worker().session.load(kind, source));
  };

  /** @param {Kind} kind */
  const fetchMissing = async (kind) => {
    const { loaded, latest } = state.files[kind];
    if (!loaded && latest?.state !== 'arriving') await load(kind, sources[kind]);
  };

  /** Starts a new run with the settings as they are. */
  const applyChoice = () => {
    said(worker().session.reset(state.choice.settings));
    show();
  };

  return {
    train() {
      fetchMissing('test');
      fetchMissing('train');
      said(worker().session.play());
    },
    pause: () => said(worker().session.pause()),
    step() {
      fetchMissing('test');
      fetchMissing('train');
      said(worker().session.step());
    },
    reset: applyChoice,
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
