import { expose, wrap } from 'comlink';
import '../shared/comlink-errors.js';
import { loadGlassbox } from '../glassbox.js';
import { errorData } from '../shared/error-data.js';
import { countSent } from '../shared/sent.js';
import { createApi } from './api.js';
import { assistantWith } from './assistants/assistant.js';
import { keptStore } from './kept-store.js';

/**
 * The script of all workers: the one that trains and answers the page, and its assistants. The page starts them by
 * their names (app/worker-client.js).
 */

/** @type {import('./messages.js').Tell} */
const tell = (message, transfer = []) => self.postMessage(message, { transfer });

countSent((bytes) => tell({ about: 'sent', bytes }));

/** @param {unknown} error */
const fail = (error) => tell({ about: 'failure', error: errorData(error) });

// Held as long as this worker lives (app/worker-client.js). Browsers have no locks over plain HTTP, and refuse them
// where they may store nothing.
const lock = `glassbox.worker.${Math.random()}`;
navigator.locks?.request(lock, () => new Promise(() => {})).catch(() => {});
if (navigator.locks) tell({ about: 'started', lock });

// The page hears of uncaught errors, but not of unhandled rejections.
self.addEventListener('unhandledrejection', (event) => fail(event.reason));

async function startTrainer() {
  const glassbox = await loadGlassbox();
  /** @type {import('../shared/error-data.js').ErrorData | null} */
  let missing = null;
  const bundled = await glassbox.pretrained().catch((error) => {
    missing = errorData(error);
    return null;
  });
  const channels = [new MessageChannel(), new MessageChannel()];
  /** @type {any[]} */
  const assistants = channels.map(({ port1 }) => wrap(port1));
  expose(createApi(glassbox, bundled, tell, keptStore(), assistants));
  const ports = channels.map(({ port2 }) => port2);
  tell({ about: 'ready', error: missing, ports, module: glassbox.module }, ports);
}

async function startAssistant() {
  const started = new Promise((resolve) => self.addEventListener('message', resolve, { once: true }));
  tell({ about: 'assistant' });
  const { port, module } = (await started).data;
  // Not loaded anew: without a network, WebKit gets what a service worker keeps to a page's first worker only.
  expose(assistantWith(await loadGlassbox({ wasm: module })), port);
}

try {
  await (self.name === 'assistant' ? startAssistant() : startTrainer());
} catch (error) {
  fail(error);
}
