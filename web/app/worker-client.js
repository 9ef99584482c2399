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
 * Starts the worker, and once it is ready, its assistants.
 *
 * @param {(message: Message) => void} onMessage for messages that are not replies to calls
 * @param {(error: ErrorData) => void} onDeath called once, when one of them cannot go on
 * @returns {Worker} calls that are made before it is ready wait until then; when one of them dies, all pending calls
 *   reject
 */
export function startWorker(onMessage, onDeath) {
  /** @type {globalThis.Worker[]} */
  const threads = [];
  const calls = new PendingCalls();
  let isDead = false;
  // A worker that has not started loses what it is asked.
  let isReady = false;
  let begin = () => {};
  const ready = new Promise((resolve) => {
    begin = () => resolve(undefined);
  });
  /** @param {ErrorData} error */
  const die = (error) => {
    if (isDead) return;
    isDead = true;
    for (const thread of threads) thread.terminate();
    calls.failAll(codedError(Error, error.code, error.parameters));
    onDeath(error);
  };
  /** @param {globalThis.Worker} thread @param {(message: Message) => void} take */
  const watch = (thread, take) => {
    threads.push(thread);
    listen(thread, take, die);
    return thread;
  };

  /** @param {globalThis.Worker} thread @param {MessagePort} port @param {WebAssembly.Module} module */
  const watchAssistant = (thread, port, module) =>
    watch(thread, (message) => {
      if (message.about === 'assistant') thread.postMessage({ port, module }, [port]);
      else onMessage(message);
    });
  const trainer = watch(newTrainer(), (message) => {
    if (message.about !== 'ready') return onMessage(message);
    for (const port of message.ports) watchAssistant(newAssistant(), port, message.module);
    isReady = true;
    onMessage(message);
    // Calls that have waited may be about what the page has created now.
    begin();
  });

  const remote = /** @type {any} */ (wrap(trainer));
  /** @param {string} part */
  const callsOf = (part) =>
    new Proxy(
      {},
      {
        get:
          (_, name) =>
          (/** @type {unknown[]} */ ...args) => {
            const call = () => remote[part][name](...args);
            return calls.add(() => (isReady ? call() : ready.then(call)));
          },
      },
    );
  return /** @type {Worker} */ (new Proxy({}, { get: (_, part) => callsOf(String(part)) }));
}

// Each is written out: the page's builds find workers by these very words (Vite's, and single/build.js).
const newTrainer = () =>
  new Worker(new URL('../worker/worker.js', import.meta.url), { type: 'module', name: 'trainer' });
const newAssistant = () =>
  new Worker(new URL('../worker/worker.js', import.meta.url), { type: 'module', name: 'assistant' });

/**
 * @param {globalThis.Worker} thread
 * @param {(message: Message) => void} take
 * @param {(error: ErrorData) => void} die
 */
function listen(thread, take, die) {
  thread.addEventListener('message', ({ data }) => {
    if (data.about === 'started')
      whenReleased(data.lock, () => die({ code: 'worker-ended', parameters: {} }));
    else if (data.about === 'failure') die(data.error);
    else if (data.about) take(data);
  });
  thread.addEventListener('messageerror', () => die({ code: 'worker-unreadable-message', parameters: {} }));
  thread.addEventListener('error', (event) => {
    event.preventDefault();
    die(uncaught(event.message));
  });
}

/**
 * @param {string} message of an uncaught error in the worker; empty: its script could not be loaded
 * @returns {ErrorData}
 */
function uncaught(message) {
  if (!knowsModuleWorkers()) return { code: 'browser-too-old', parameters: {} };
  return message ? errorData(message) : { code: 'worker-not-loaded', parameters: {} };
}

/** Whether this browser reads a worker's type. Otherwise it took the script for a classic one, and failed. */
function knowsModuleWorkers() {
  let isRead = false;
  const options = {
    /** @returns {'module'} */
    get type() {
      isRead = true;
      return 'module';
    },
  };
  new Worker(import.meta.url, options).terminate();
  return isRead;
}

/**
 * Milliseconds in which a worker surely gets a lock that it has asked for. It can't tell when it has it: if it ended
 * before, nobody would hear of it.
 */
const LOCKED = 500;

/**
 * Browsers do not tell when they end a worker without an error, but they release its locks.
 *
 * @param {string} lock that the worker has asked for
 * @param {() => void} then
 */
function whenReleased(lock, then) {
  setTimeout(() => navigator.locks.request(lock, then).catch(() => {}), LOCKED);
}
