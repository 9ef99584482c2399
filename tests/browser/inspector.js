// Listens to a WebKit page's console and network.
//
// WebKitWebDriver cannot tell either. MiniBrowser could print its console, but WebKit keeps the console of
// private sessions to itself, and an automated one is always private. The Web Inspector sees everything,
// but WebKit's inspector server takes one client, and the driver is it. So this sits between the two,
// passes on what they say, and puts in questions of its own.

import { EventEmitter, once } from 'node:events';
import { createConnection, createServer } from 'node:net';
import { pipeline } from 'node:stream';

/** @typedef {{ id?: number, method?: string, params?: any, error?: { message: string } }} Message */
/** @typedef {import('node:net').Socket} Socket */

/**
 * What WebKit says where a page is left, by a reload say, while it loads its service worker; it then tells of a cancelled
 * request, too, now and then. Without a service worker, the tests of offline use fail.
 */
const LEFT_WHILE_LOADING = /^Cannot load \S+\/service-worker\.js due to access control checks\.$/;
const SERVICE_WORKER = /\/service-worker\.js$/;

// A frame is the length of its body (32 bits, big endian), a byte of flags, and the body: the command's
// name, a zero, and its parameters as a GVariant. For (tts), used here, that is two 64-bit numbers (which
// connection, which target) and a zero-terminated string.
const LITTLE_ENDIAN = 1;

/** @param {string} name @param {Uint8Array[]} params */
function frame(name, ...params) {
  const body = Buffer.concat([Buffer.from(`${name}\0`), ...params]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(body.length);
  head[4] = LITTLE_ENDIAN;
  return Buffer.concat([head, body]);
}

/** Cuts a stream into frames. @param {AsyncIterable<Buffer>} stream */
async function* frames(stream) {
  let rest = Buffer.alloc(0);
  for await (const data of stream) {
    rest = Buffer.concat([rest, data]);
    while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32BE()) {
      const whole = rest.subarray(0, 5 + rest.readUInt32BE());
      rest = rest.subarray(whole.length);
      yield whole;
    }
  }
}

export class Inspector extends EventEmitter {
  /** @type {string[]} */
  problems = [];
  /** @type {string[]} */
  requests = [];
  /** The addresses asked for, by the request's number. @type {Map<string, string>} */
  #urls = new Map();
  /** @type {Socket | undefined} */
  #browser;
  /** Which connection, which target: as frames begin. @type {Buffer | undefined} */
  #page;
  #target = '';
  #lastId = 0;
  /** What waits for an answer, by the question's number. @type {Map<number, (answer: Message) => void>} */
  #waiting = new Map();

  /**
   * Stands between a driver and a browser.
   *
   * @param {number} browserPort where the browser's inspector server listens
   * @returns {Promise<number>} the port to which the driver connects instead
   */
  async listen(browserPort) {
    const server = createServer((driver) => {
      server.close();
      const browser = createConnection(browserPort, '127.0.0.1');
      this.#browser = browser;
      // Either end may be killed at any time, which ends the other.
      pipeline(driver, frames, browser, () => {});
      pipeline(
        browser,
        frames,
        (stream) => this.#relay(stream),
        driver,
        () => {},
      );
    });
    await once(server.unref().listen(0, '127.0.0.1'), 'listening');
    return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  }

  /**
   * Starts listening to the page. Only once the driver has a session: before, the page has no process yet,
   * and messages to it are lost.
   */
  async attach() {
    if (!this.#page) throw new Error('WebKit’s inspector server told of no page');
    this.#browser?.write(frame('Setup', this.#page));
    await once(this, 'attached', { signal: AbortSignal.timeout(20_000) });
  }

  /** Has the page do what only an inspector can. @param {string} method @param {object} [params] */
  async ask(method, params) {
    const id = this.#send(this.#target, method, params);
    const { error } = await new Promise((resolve) => this.#waiting.set(id, resolve));
    if (error) throw new Error(`WebKit’s inspector: ${error.message}`);
  }

  /** Passes on what is for the driver. @param {AsyncIterable<Buffer>} stream frames from the browser */
  async *#relay(stream) {
    for await (const whole of stream) {
      const zero = whole.indexOf(0, 5);
      const name = whole.toString('utf8', 5, zero);
      const params = whole.subarray(zero + 1);
      if (name === 'SendMessageToFrontend' && this.#page?.equals(params.subarray(0, 16))) {
        this.#hearBrowser(JSON.parse(params.toString('utf8', 16, params.length - 1)));
        continue;
      }
      // Its parameters are the connection's number and an array of (target's number, type, name, …).
      const type = name === 'SetTargetList' ? params.indexOf('WebPage\0') : -1;
      if (type >= 0) this.#page = Buffer.concat([params.subarray(0, 8), params.subarray(type - 8, type)]);
      yield whole;
    }
  }

  /** @param {string} targetId @param {string} method @param {object} [params] */
  #send(targetId, method, params = {}) {
    const id = ++this.#lastId;
    const message = JSON.stringify({ id, method, params });
    const toTarget = {
      id: ++this.#lastId,
      method: 'Target.sendMessageToTarget',
      params: { targetId, message },
    };
    const text = Buffer.from(`${JSON.stringify(toTarget)}\0`);
    if (this.#page) this.#browser?.write(frame('SendMessageToBackend', this.#page, text));
    return id;
  }

  /** @param {Message} message from the browser about the page */
  #hearBrowser({ method, params }) {
    if (method === 'Target.targetCreated') {
      this.#target = params.targetInfo.targetId;
      const enabled = ['Console', 'Network', 'Worker'].map((domain) => this.ask(`${domain}.enable`));
      Promise.all(enabled).then(() => this.emit('attached'));
    } else if (method === 'Target.dispatchMessageFromTarget') {
      this.#hearPage(params.targetId, JSON.parse(params.message));
    }
  }

  /** @param {string} targetId @param {Message} message */
  #hearPage(targetId, { id, method, params, error }) {
    if (id !== undefined) {
      this.#waiting.get(id)?.({ error });
      this.#waiting.delete(id);
    } else if (method === 'Worker.workerCreated') {
      // A worker's console is its own, and the worker waits until it is told to go on.
      const { workerId } = params;
      const message = JSON.stringify({ id: ++this.#lastId, method: 'Console.enable' });
      this.#send(targetId, 'Worker.sendMessageToWorker', { workerId, message });
      this.#send(targetId, 'Worker.initialized', { workerId });
    } else if (method === 'Worker.dispatchMessageFromWorker') {
      this.#hearConsole(JSON.parse(params.message));
    } else if (method === 'Network.requestWillBeSent') {
      this.requests.push(params.request.url);
      this.#urls.set(params.requestId, params.request.url);
    } else if (method === 'Network.loadingFailed') {
      const url = String(this.#urls.get(params.requestId));
      if (params.canceled && SERVICE_WORKER.test(url)) return;
      this.problems.push(`failed request: ${url} ${params.errorText}`);
    } else {
      this.#hearConsole({ method, params });
    }
  }

  /** @param {Message} message */
  #hearConsole({ method, params }) {
    if (method !== 'Console.messageAdded') return;
    const { level, source, text, url, parameters = [] } = params.message;
    if (!['warning', 'error'].includes(level)) return;
    if (LEFT_WHILE_LOADING.test(text)) return;
    /** @param {{ value?: unknown, description?: string }} parameter */
    const word = ({ value, description }) => String(value ?? description);
    const words = parameters.length > 0 ? parameters.map(word).join(' ') : text;
    this.problems.push(`${source} ${level}: ${words} (${url})`);
  }
}
