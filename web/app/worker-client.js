import { wrap } from 'comlink';

/** @typedef {import('../worker/messages.js').Message} Message */
/**
 * @typedef {object} Worker what can be asked of it
 * @property {import('comlink').Remote<import('../worker/session.js').Session>} session
 * @property {import('comlink').Remote<import('../worker/questions.js').Questions>} questions
 */

/**
 * Starts the worker.
 *
 * @param {(message: Message) => void} onMessage what it tells unasked
 * @param {(problem: string) => void} onDeath it can go on no more; called once
 * @returns {Worker} every call on it rejects when the worker dies: no promise is left hanging
 */
export function startWorker(onMessage, onDeath) {
  const thread = new Worker(new URL('../worker/worker.js', import.meta.url), { type: 'module' });
  /** @type {(error: Error) => void} */
  let die = () => {};
  /** @type {Promise<never>} */
  const death = new Promise((_, reject) => {
    die = reject;
  });
  death.catch((error) => {
    thread.terminate();
    onDeath(error.message);
  });

  thread.addEventListener('message', ({ data }) => {
    if (data.about === 'failure') die(new Error(data.problem));
    else if (data.about) onMessage(data);
  });
  thread.addEventListener('messageerror', () => die(new Error('a message could not be read')));
  thread.addEventListener('error', (event) => {
    event.preventDefault();
    die(new Error(event.message || 'its script could not be loaded'));
  });

  const remote = /** @type {any} */ (wrap(thread));
  const calls = (/** @type {string} */ part) =>
    new Proxy(
      {},
      {
        get:
          (_, name) =>
          (/** @type {unknown[]} */ ...args) =>
            Promise.race([remote[part][name](...args), death]),
      },
    );
  return /** @type {Worker} */ ({ session: calls('session'), questions: calls('questions') });
}
