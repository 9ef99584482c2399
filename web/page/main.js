import '../style.css';
import { render } from 'lit';
import { createActions } from './actions.js';
import { readLink } from './link.js';
import { page } from './page.js';
import { addProblem, forgetWorker, initialState, takeMessage } from './state.js';
import { scheme } from './views/scheme.js';
import { startWorker } from './worker-client.js';

const { problems, ...choice } = readLink(location.hash);
const state = initialState(choice);
for (const problem of problems) addProblem(state, problem);

let drawn = true;
/** Draws the latest state in the next frame, however often it changes before. */
function show() {
  if (!drawn) return;
  drawn = false;
  requestAnimationFrame(() => {
    drawn = true;
    render(page(state, actions), /** @type {HTMLElement} */ (document.querySelector('main')));
    render(scheme(state, actions), /** @type {HTMLElement} */ (document.querySelector('.tools')));
    document.documentElement.dataset.ready = String(state.ready);
  });
}

/** @type {ReturnType<typeof startWorker>} */
let worker;
const actions = createActions(state, () => worker, {
  show,
  restart() {
    forgetWorker(state);
    start();
  },
});

function start() {
  worker = startWorker(
    (message) => {
      takeMessage(state, message);
      if (message.about === 'ready') actions.reset();
      const records = message.about === 'file' && message.state === 'loaded';
      if (message.about === 'pictures' || records) actions.answersChanged();
      show();
    },
    (problem) => {
      state.ready = false;
      state.dead = true;
      addProblem(state, `The network stopped working: ${problem}`);
      show();
    },
  );
  show();
}

addEventListener('hashchange', () => {
  const { problems, ...choice } = readLink(location.hash);
  for (const problem of problems) addProblem(state, problem);
  state.choice = choice;
  actions.reset();
});

// A file dropped beside its place would take the page away.
for (const type of ['dragover', 'drop']) addEventListener(type, (event) => event.preventDefault());

start();
