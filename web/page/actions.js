import { checkSetting, recipeSettings } from '../settings.js';
import { newFile } from '../worker/messages.js';
import { writeLink } from './link.js';
import { addProblem } from './state.js';

/** @typedef {import('../glassbox.js').Kind} Kind */
/** @typedef {ReturnType<typeof createActions>} Actions */

/** @typedef {import('../worker/csv-stream.js').Source} Source */

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
 * What the visitor can do.
 *
 * @param {import('./state.js').State} state
 * @param {() => import('./worker-client.js').Session} session the worker's, as it is now
 * @param {{ show: () => void, restart: () => void }} page redraw it; start another worker
 */
export function createActions(state, session, { show, restart }) {
  /**
   * @template T
   * @param {Promise<T>} request
   * @returns {Promise<T | null>} null where it failed, which is said on the page
   */
  const said = (request) =>
    request.catch((error) => {
      // A worker's death is said once, where it is noticed.
      if (!state.dead) addProblem(state, error.message);
      show();
      return null;
    });

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
    said(session().load(kind, source));
  };

  const fetchMissing = () => {
    for (const kind of /** @type {Kind[]} */ (['test', 'train'])) {
      const { loaded, latest } = state.files[kind];
      if (!loaded && latest?.state !== 'arriving') load(kind, sources[kind]);
    }
  };

  /** Starts a new run with the settings as they are, and puts them into the address. */
  const applyChoice = () => {
    history.replaceState(null, '', writeLink(state.choice));
    said(session().reset(state.choice.settings));
    show();
  };

  /** One question at a time: while it is on its way, only the latest drawing waits. */
  let asking = false;
  let changed = false;
  const ask = async () => {
    changed = true;
    if (asking || !state.ready) return;
    asking = true;
    while (changed) {
      changed = false;
      const answer = await said(session().answer(state.strokes, state.prepared));
      state.pixels = answer?.pixels ?? null;
      state.stages = answer?.stages ?? null;
      state.outputs = answer?.outputs ?? null;
      show();
    }
    asking = false;
  };

  return {
    ask,

    /** @param {number[][][]} strokes */
    draw(strokes) {
      state.strokes = strokes;
      show();
      ask();
    },

    /** @param {boolean} on */
    prepare(on) {
      state.prepared = on;
      show();
      ask();
    },

    train() {
      fetchMissing();
      said(session().play());
    },
    pause: () => said(session().pause()),
    step() {
      fetchMissing();
      said(session().step());
    },
    reset: applyChoice,

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

    dismiss() {
      state.problems = [];
      show();
    },
    restart,
  };
}
