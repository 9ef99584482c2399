import { expose } from 'comlink';
import '../shared/comlink-errors.js';
import { loadGlassbox } from '../glassbox.js';
import { errorData } from '../shared/error-data.js';
import { countSent } from '../shared/sent.js';
import { createApi } from './api.js';
import { keptStore } from './kept-store.js';

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

try {
  const glassbox = await loadGlassbox();
  /** @type {import('../shared/error-data.js').ErrorData | null} */
  let missing = null;
  const bundled = await glassbox.pretrained().catch((error) => {
    missing = errorData(error);
    return null;
  });
  expose(createApi(glassbox, bundled, tell, keptStore()));
  tell({ about: 'ready', error: missing });
} catch (error) {
  fail(error);
}
