import '../shared/comlink-errors.js';
import { wrap } from 'comlink';
import { errorData } from '../shared/error-data.js';
import { codedError } from '../shared/errors.js';
import { PendingCalls } from './pending-calls.js';

/** @typedef {import('../worker/messages.js').Message} Message */
/** @typedef {import('../shared/error-data.js').ErrorData} ErrorData */
/** @typedef {import('../worker/api.js').Api} Api */
/** @typedef {{ [P in keyof Api]: import('comlink').Remote<Api[P]> }} Worker its calls, by feature */

/**
 * Starts the worker.
 *
 * @param {(message: Message) => void} onMessage for messages that are not replies to calls
 * @param {(error: ErrorData) => void} onDeath called once, when the worker cannot go on
 * @returns {Worker} when the worker dies, all its pending calls reject
 */
export function startWorker(onMessage, onDeath) {
  const thread = new Worker(new URL('../worker/worker.js', import.meta.url), { type: 'module' });
  const calls = new PendingCalls();
  let isDead = false;
  /** @param {ErrorData} error */
  const die = (error) => {
    if (isDead) return;
    isDead = true;
    thread.terminate();
    calls.failAll(codedError(Error, error.code, error.parameters));
    onDeath(error);
  };

  thread.addEventListener('message', ({ data }) => {
    if (data.about === 'failure') die(data.error);
    else if (data.about) onMessage(data);
  });
  thread.addEventListener('messageerror', () => die({ code: 'worker-unreadable-message', parameters: {} }));
  thread.addEventListener('error', (event) => {
    event.preventDefault();
    die(event.message ? errorData(event.message) : { code: 'worker-not-loaded', parameters: {} });
  });

  const remote = /** @type {any} */ (wrap(thread));
  /** @param {string} part */
  const callsOf = (part) =>
    new Proxy(
      {},
      {
        get:
          (_, name) =>
          (/** @type {unknown[]} */ ...args) =>
            calls.add(() => remote[part][name](...args)),
      },
    );
  return /** @type {Worker} */ (new Proxy({}, { get: (_, part) => callsOf(String(part)) }));
}
