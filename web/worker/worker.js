import { expose } from 'comlink';
import { loadGlassbox } from '../glassbox.js';
import { createApi } from './api.js';

/** @type {import('./messages.js').Tell} */
const tell = (message, transfer = []) => self.postMessage(message, { transfer });

/** @param {unknown} error */
const fail = (error) =>
  tell({ about: 'failure', problem: error instanceof Error ? error.message : String(error) });

// Unlike an uncaught error, an unhandled rejection would stay in here.
self.addEventListener('unhandledrejection', (event) => fail(event.reason));

try {
  const glassbox = await loadGlassbox();
  let problem = '';
  const bundled = await glassbox.pretrained().catch((error) => {
    problem = error.message;
    return null;
  });
  expose(createApi(glassbox, bundled, tell));
  tell({ about: 'ready', problem });
} catch (error) {
  fail(error);
}
