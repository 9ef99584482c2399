import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startWorker } from '../../web/app/worker-client.js';

/** What the worker has been asked, by its parts and names. @type {string[]} */
const asked = [];
/** @type {EventTarget | undefined} */
let thread;
class WatchedWorker extends EventTarget {
  constructor() {
    super();
    thread = this;
  }
  /** @param {{ path: string[] }} question */
  postMessage({ path }) {
    asked.push(path.join('.'));
  }
  terminate() {}
}
Object.assign(globalThis, { Worker: WatchedWorker });
after(() => Object.assign(globalThis, { Worker: undefined }));

test('what is asked before the worker is ready is asked then, after what the page creates', async () => {
  /** @type {any} */
  const worker = startWorker(
    ({ about }) => about === 'ready' && worker.runs.create('main'),
    () => {},
  );
  worker.microscope.sample('main');
  await new Promise(setImmediate);
  assert.deepEqual(asked, []);
  const data = { about: 'ready', ports: [], module: null };
  thread?.dispatchEvent(new MessageEvent('message', { data }));
  await new Promise(setImmediate);
  assert.deepEqual(asked, ['runs.create', 'microscope.sample']);
  worker.runs.play('main');
  assert.deepEqual(asked.slice(2), ['runs.play'], 'later calls do not wait');
});
