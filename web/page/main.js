import '../style.css';
import { render } from 'lit';
import { createActions } from './actions.js';
import { readLink, writeLink } from './link.js';
import { page } from './page.js';
import { addProblem, forgetWorker, initialState, takeMessage } from './state.js';
import { button } from './views/button.js';
import { scheme } from './views/scheme.js';
import { startWorker } from './worker-client.js';

const { place, problems, ...choice } = readLink(location.hash);
const state = initialState(choice);
state.lesson = place.card && place.card - 1;
for (const problem of problems) addProblem(state, problem);

let drawn = true;
/** Draws the latest state in the next frame, however often it changes before. */
function show() {
  if (!drawn) return;
  drawn = false;
  requestAnimationFrame(() => {
    drawn = true;
    actions.watchLesson();
    render(page(state, actions), /** @type {HTMLElement} */ (document.querySelector('main')));
    render(
      [button('Lesson', true, actions.startLesson), scheme(state, actions)],
      /** @type {HTMLElement} */ (document.querySelector('.tools')),
    );
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
      if (message.about === 'pictures') actions.networkChanged();
      if (message.about === 'file' && message.state === 'loaded') actions.ask();
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
  const { place, problems, ...choice } = readLink(location.hash);
  for (const problem of problems) addProblem(state, problem);
  state.lesson = place.card && place.card - 1;
  if (writeLink(choice) !== writeLink(state.choice)) {
    state.choice = choice;
    actions.reset();
  }
  show();
});

addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) actions.leaveLesson();
});

// A file dropped beside its place would take the page away.
for (const type of ['dragover', 'drop']) addEventListener(type, (event) => event.preventDefault());

start();
