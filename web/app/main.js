import './style.css';
import { msg } from '@lit/localize';
import { render } from 'lit';
import { tellParent } from '../features/embedding/messages.js';
import { runLine } from '../features/training/run-line.js';
import { currentRun, hasTraining } from '../features/training/state.js';
import { locale } from '../shared/message.js';
import { countSent } from '../shared/sent.js';
import { keepFocus } from '../ui/keep-focus.js';
import { noteMove } from '../ui/real-move.js';
import { isSingleFile } from '../ui/single-file.js';
import { createActions } from './create-actions.js';
import { press } from './keys.js';
import { linkTo, readLink, writeLink } from './link.js';
import { page } from './page.js';
import { addProblem, forgetWorker, initialState, takeMessage } from './page-state.js';
import { isOutdated, styleMissing, workerStopped } from './problem-texts.js';
import { redrawing } from './redrawing.js';
import { goTo, routeOf } from './route-state.js';
import { tools } from './toolbar.js';
import { startWorker } from './worker-client.js';

const { route, problems, ...choice } = readLink(location.href);
const state = initialState(choice);
state.keeping.isBare = /^#?(?:lang=[\w-]*)?$/i.test(location.hash) && location.search === '';
goTo(state, route);
for (const problem of problems) addProblem(state, problem);

countSent((bytes) => {
  state.onThisMachine.sent += bytes;
  show();
});

const tellOf = tellParent();

/** Nothing is drawn before. */
let hasLanguage = false;
const { show, showSoon } = redrawing(() => {
  if (!hasLanguage) return;
  actions.watchLesson();
  actions.watchPresentation();
  actions.watchKeeping();
  translateHeader();
  keepFocus(() => {
    render(page(state, actions), /** @type {HTMLElement} */ (document.querySelector('main')));
    render(tools(state, actions), /** @type {HTMLElement} */ (document.querySelector('.tools')));
    render(runLine(state), /** @type {HTMLElement} */ (document.querySelector('.run-line')));
  });
  document.querySelector('.not-started')?.remove();
  document.documentElement.dataset.ready = String(state.ready);
  document.documentElement.toggleAttribute('data-present', state.present !== null);
  updateAddress();
  tellOf(state);
});

/**
 * Draws news of a run. At full speed they come all the time, and each frame would cost the training some milliseconds
 * of a core.
 */
function showNews() {
  const { active, speed } = currentRun(state);
  if (active && speed === Number.POSITIVE_INFINITY) showSoon();
  else show();
}

let header = locale();
/** What index.html says in English, in the language of the page. Only once: browsers translate pages, too. */
function translateHeader() {
  if (locale() === header) return;
  header = locale();
  document.title = msg('Glassbox: a neural network you can see through');
  /** @type {HTMLElement} */ (document.querySelector('header > p')).textContent = msg(
    'A neural network you can see through',
  );
  document.querySelector('.run-line')?.setAttribute('aria-label', msg('Run'));
}

/** What the latest link asks for. Another worker, in place of one that died, begins there, too. */
let asked = route;

let address = location.hash;
/** Makes the address a link to the current settings and route. */
function updateAddress() {
  const link = writeLink(state.choice, routeOf(state));
  // Browsers limit how often a page may do this.
  if (link !== address) history.replaceState(null, '', linkTo(location.href, link));
  address = link;
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
      if (message.about === 'ready') {
        actions.createRun();
        actions.openKept();
        actions.onceOpened(() => {
          actions.goToStep(asked.step);
          actions.goAt(asked.speed);
          actions.prepareSheet();
        });
        actions.storeLater();
      }
      if (message.about === 'set' && !message.own) actions.keepRecordsLater();
      if (message.about === 'file' && message.state !== 'arriving') {
        actions.seekMisread();
        actions.workOnSheet();
      }
      if (message.about === 'changed' || message.about === 'set') actions.answersChanged();
      if (message.about === 'score') show();
      else showNews();
    },
    (error) => {
      state.ready = false;
      state.dead = true;
      state.outdated = isOutdated(error);
      addProblem(state, () => workerStopped(error));
      show();
    },
  );
  show();
}

addEventListener('hashchange', () => {
  const { route, problems, ...choice } = readLink(location.href);
  for (const problem of problems) addProblem(state, problem);
  asked = route;
  const { tab } = state;
  goTo(state, route);
  if (route.lang) actions.speak(route.lang);
  address = location.hash;
  if (state.tab && state.tab !== tab) {
    actions.openTab(state.tab);
    // A card brings its own part into view.
    if (state.lesson.card === null) actions.goToCloser();
  }
  const same = writeLink(choice) === writeLink(state.choice);
  if (!same) actions.reset(choice);
  actions.followLink(route, !same);
  show();
});

addEventListener('keydown', (event) => press(event, actions, state));

document.addEventListener('pointermove', noteMove, { capture: true, passive: true });
document.addEventListener('visibilitychange', () => document.hidden && actions.saveKept());

// The browser asks the visitor whether to leave the page.
addEventListener('beforeunload', (event) => {
  if (!hasTraining(state) || state.keeping.status === 'kept') return;
  event.preventDefault();
  // Chrome before 119 goes by this.
  event.returnValue = true;
});

// By default, the browser would leave the page to open a file that is dropped beside the two places for files.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer) actions.dropFiles(event.dataTransfer, null);
});

// Styles may arrive later than this script.
const loaded = new Promise((resolve) => addEventListener('load', resolve));
function checkStyle() {
  if (getComputedStyle(document.documentElement).getPropertyValue('--paper')) return;
  addProblem(state, styleMissing);
  show();
}

// From a disk, the few browsers that run this would not run the worker: public/before-paint.js says so.
if (location.protocol !== 'file:' || isSingleFile()) {
  start();
  const { tab } = state;
  // Not awaited at the top level: a language shares modules with this one, and would have to wait for it.
  actions.speakFirst(route.lang ?? null).then(() => {
    hasLanguage = true;
    show();
    loaded.then(checkStyle);
    if (tab) actions.goToCloser();
  });
  actions.openCollection();
}
