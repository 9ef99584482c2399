import { expose } from 'comlink';
import '../shared/comlink-errors.js';
import { loadGlassbox } from '../glassbox.js';
import { errorData } from '../shared/error-data.js';
import { createApi } from './api.js';

/** @type {import('./messages.js').Tell} */
const tell = (message, transfer = []) => self.postMessage(message, { transfer });

/** @param {unknown} error */
const fail = (error) => tell({ about: 'failure', error: errorData(error) });

// Unlike an uncaught error, an unhandled rejection would stay in here.
self.addEventListener('unhandledrejection', (event) => fail(event.reason));

try {
  const glassbox = await loadGlassbox();
  /** @type {import('../shared/error-data.js').ErrorData | null} */
  let missing = null;
  const bundled = await glassbox.pretrained().catch((error) => {
    missing = errorData(error);
    return null;
  });
  expose(createApi(glassbox, bundled, tell));
  tell({ about: 'ready', error: missing });
} catch (error) {
  fail(error);
}
