import { checkSetting, recipeSettings } from '../settings.js';
import { writeLink } from './link.js';
import { addProblem } from './state.js';

/** @typedef {import('../glassbox.js').Kind} Kind */
/** @typedef {ReturnType<typeof createActions>} Actions */

/** MNIST, as the server has it beside the page. */
const MNIST = { train: 'data/mnist_train.csv.gz', test: 'data/mnist_test.csv.gz' };

/**
 * What the visitor can do.
 *
 * @param {import('./state.js').State} state
 * @param {() => import('./worker-client.js').Session} session the worker's, as it is now
 * @param {{ show: () => void, restart: () => void }} page redraw it; start another worker
 */
export function createActions(state, session, { show, restart }) {
  /** @param {Promise<unknown>} request */
  const said = (request) =>
    request.catch((error) => {
      // A worker's death is said once, where it is noticed.
      if (!state.dead) addProblem(state, error.message);
      show();
    });

  /** @param {Kind} kind */
  const fetchMnist = (kind) => {
    const url = new URL(MNIST[kind], document.baseURI);
    const name = /** @type {string} */ (url.pathname.split('/').at(-1));
    said(session().load(kind, { name, url: url.href }));
  };

  const fetchMissing = () => {
    for (const kind of /** @type {Kind[]} */ (['test', 'train'])) {
      const file = state.files[kind];
      if (!file || (file.state === 'failed' && file.records === 0)) fetchMnist(kind);
    }
  };

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
    try {
      while (changed) {
        changed = false;
        const answer = await session().answer(state.strokes);
        state.pixels = answer?.pixels ?? null;
        state.outputs = answer?.outputs ?? null;
        show();
      }
    } catch (error) {
      await said(Promise.reject(error));
    } finally {
      asking = false;
    }
  };

  return {
    ask,

    /** @param {number[][][]} strokes */
    draw(strokes) {
      state.strokes = strokes;
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
    reset: () => said(session().reset(state.choice.settings)),

    /** @param {string} recipe */
    chooseRecipe(recipe) {
      state.choice = { recipe, settings: recipeSettings(recipe, { seed: state.choice.settings.seed }) };
      applyChoice();
    },
    /** @param {string} name @param {number} value */
    changeSetting(name, value) {
      try {
        const settings = { ...state.choice.settings, [name]: checkSetting(name, value) };
        state.choice = { ...state.choice, settings };
        applyChoice();
      } catch (error) {
        addProblem(state, /** @type {Error} */ (error).message);
        show();
      }
    },

    /** @param {Kind} kind @param {File} file */
    load: (kind, file) => said(session().load(kind, { name: file.name, file })),
    retry: fetchMnist,

    dismiss() {
      state.problems = [];
      show();
    },
    restart,
  };
}
