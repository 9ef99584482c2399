import { wrap } from 'comlink';

/** @typedef {import('../worker/messages.js').Message} Message */
/** @typedef {import('comlink').Remote<import('../worker/session.js').Session>} Session */

/**
 * Starts the worker.
 *
 * @param {(message: Message) => void} onMessage what it tells unasked
 * @param {(problem: string) => void} onDeath it can go on no more; called once
 * @returns {Session} every call on it rejects when the worker dies: no promise is left hanging
 */
export function startWorker(onMessage, onDeath) {
  const worker = new Worker(new URL('../worker/worker.js', import.meta.url), { type: 'module' });
  /** @type {(error: Error) => void} */
  let die = () => {};
  /** @type {Promise<never>} */
  const death = new Promise((_, reject) => {
    die = reject;
  });
  death.catch((error) => {
    worker.terminate();
    onDeath(error.message);
  });

  worker.addEventListener('message', ({ data }) => {
    if (data.about === 'failure') die(new Error(data.problem));
    else if (data.about) onMessage(data);
  });
  worker.addEventListener('messageerror', () => die(new Error('a message could not be read')));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    die(new Error(event.message || 'its script could not be loaded'));
  });

  const remote = /** @type {any} */ (wrap(worker));
  const session = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (/** @type {unknown[]} */ ...args) =>
          Promise.race([remote[name](...args), death]),
    },
  );
  return /** @type {Session} */ (session);
}
