import { expose } from 'comlink';
import { loadGlassbox } from '../glassbox.js';
import { DEFAULT_RECIPE, RECIPES } from '../shared/settings.js';
import { Questions } from './questions.js';
import { Session } from './session.js';

/** @param {import('./messages.js').Message} message @param {Transferable[]} [transfer] */
const tell = (message, transfer = []) => self.postMessage(message, { transfer });

/** @param {unknown} error */
const fail = (error) =>
  tell({ about: 'failure', problem: error instanceof Error ? error.message : String(error) });

// Unlike an uncaught error, an unhandled rejection would stay in here.
self.addEventListener('unhandledrejection', (event) => fail(event.reason));

try {
  const glassbox = await loadGlassbox();
  let problem = '';
  const pretrained = await glassbox.pretrained().catch((error) => {
    problem = error.message;
    return null;
  });
  const session = new Session(glassbox, pretrained, RECIPES[DEFAULT_RECIPE].settings, tell);
  expose({ session, questions: new Questions(glassbox, session) });
  tell({ about: 'ready', problem });
} catch (error) {
  fail(error);
}
