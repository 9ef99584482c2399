import { wrap } from 'comlink';
import { PendingCalls } from './pending-calls.js';

/** @typedef {import('../worker/messages.js').Message} Message */
/** @typedef {import('../worker/api.js').Api} Api */
/** @typedef {{ [P in keyof Api]: import('comlink').Remote<Api[P]> }} Worker what can be asked of it */

/**
 * Starts the worker.
 *
 * @param {(message: Message) => void} onMessage what it tells unasked
 * @param {(problem: string) => void} onDeath it cannot go on; called once
 * @returns {Worker} every call on it rejects when the worker dies: no promise is left hanging
 */
export function startWorker(onMessage, onDeath) {
  const thread = new Worker(new URL('../worker/worker.js', import.meta.url), { type: 'module' });
  const calls = new PendingCalls();
  let isDead = false;
  /** @param {string} problem */
  const die = (problem) => {
    if (isDead) return;
    isDead = true;
    thread.terminate();
    calls.failAll(new Error(problem));
    onDeath(problem);
  };

  thread.addEventListener('message', ({ data }) => {
    if (data.about === 'failure') die(data.problem);
    else if (data.about) onMessage(data);
  });
  thread.addEventListener('messageerror', () => die('a message could not be read'));
  thread.addEventListener('error', (event) => {
    event.preventDefault();
    die(event.message || 'its script could not be loaded');
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
