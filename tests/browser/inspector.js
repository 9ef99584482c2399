// Listens to a WebKit page's console and network.
//
// WebKitWebDriver cannot tell either. MiniBrowser could print its console, but WebKit keeps the console of
// private sessions to itself, and an automated one is always private. The Web Inspector sees everything,
// but WebKit's inspector server takes one client, and the driver is it. So this sits between the two,
// passes on what they say, and puts in questions of its own.

import { createConnection, createServer } from 'node:net';

/** @typedef {{ id?: number, method?: string, params?: any, error?: { message: string } }} Message */

// A frame is the length of its body (32 bits, big endian), a byte of flags, and the body: the command's
// name, a zero, and its parameters as a GVariant. For (tts), used here, that is two 64-bit numbers (which
// connection, which target) and a zero-terminated string.
const LITTLE_ENDIAN = 1;

/**
 * @param {string} name
 * @param {Buffer} params
 */
function frame(name, params) {
  const body = Buffer.concat([Buffer.from(`${name}\0`), params]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(body.length);
  head[4] = LITTLE_ENDIAN;
  return Buffer.concat([head, body]);
}

/**
 * Cuts a stream into frames.
 *
 * @param {(name: string, params: Buffer, whole: Buffer) => void} onFrame
 * @returns {(data: Buffer) => void}
 */
function cutter(onFrame) {
  let rest = Buffer.alloc(0);
  return (data) => {
    rest = Buffer.concat([rest, data]);
    while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32BE()) {
      const whole = rest.subarray(0, 5 + rest.readUInt32BE());
      rest = rest.subarray(whole.length);
      const zero = whole.indexOf(0, 5);
      onFrame(whole.toString('utf8', 5, zero), whole.subarray(zero + 1), whole);
    }
  };
}

/**
 * @param {number} browserPort where the browser's inspector server listens
 * @param {number} driverPort where to listen for the driver
 */
export async function openInspector(browserPort, driverPort) {
  /** @type {string[]} */
  const problems = [];
  /** @type {string[]} */
  const requests = [];
  /** @type {Map<string, string>} */
  const pending = new Map();
  /** @type {import('node:net').Socket | undefined} */
  let browser;
  /** @type {Buffer | undefined} */
  let page;
  let target = '';
  let lastId = 0;
  /**
   * What waits for an answer, by the question's number.
   *
   * @type {Map<number, (message: Message) => void>}
   */
  const waiting = new Map();
  let attached = () => {};

  /**
   * @param {string} method
   * @param {object} params
   */
  const command = (method, params) => JSON.stringify({ id: ++lastId, method, params });

  /** @param {string} message */
  const sendToBrowser = (message) => {
    if (!page) return;
    browser?.write(frame('SendMessageToBackend', Buffer.concat([page, Buffer.from(`${message}\0`)])));
  };
  /**
   * @param {string} targetId
   * @param {string} method
   * @param {object} [params]
   */
  const sendToPage = (targetId, method, params = {}) => {
    const message = command(method, params);
    const id = lastId;
    sendToBrowser(command('Target.sendMessageToTarget', { targetId, message }));
    return id;
  };

  /** @param {Message} message from the browser about the page */
  function hearBrowser({ method, params }) {
    if (method === 'Target.targetCreated') {
      target = params.targetInfo.targetId;
      let last = 0;
      for (const domain of ['Console', 'Network', 'Worker']) last = sendToPage(target, `${domain}.enable`);
      waiting.set(last, () => attached());
    } else if (method === 'Target.dispatchMessageFromTarget') {
      hearPage(params.targetId, JSON.parse(params.message));
    }
  }

  /**
   * @param {string} targetId
   * @param {Message} message
   */
  function hearPage(targetId, { id, method, params, error }) {
    if (id !== undefined) {
      waiting.get(id)?.({ error });
      waiting.delete(id);
    } else if (method === 'Worker.workerCreated') {
      // A worker's console is its own, and the worker waits until it is told to go on.
      const { workerId } = params;
      const message = command('Console.enable', {});
      sendToPage(targetId, 'Worker.sendMessageToWorker', { workerId, message });
      sendToPage(targetId, 'Worker.initialized', { workerId });
    } else if (method === 'Worker.dispatchMessageFromWorker') {
      hearConsole(JSON.parse(params.message));
    } else if (method === 'Network.requestWillBeSent') {
      requests.push(params.request.url);
      pending.set(params.requestId, params.request.url);
    } else if (method === 'Network.loadingFailed') {
      problems.push(`failed request: ${pending.get(params.requestId)} ${params.errorText}`);
    } else {
      hearConsole({ method, params });
    }
  }

  /** @param {Message} message */
  function hearConsole({ method, params }) {
    if (method !== 'Console.messageAdded') return;
    const { level, source, text, url, parameters = [] } = params.message;
    if (!['warning', 'error'].includes(level)) return;
    /** @param {{ value?: unknown, description?: string }} parameter */
    const word = ({ value, description }) => String(value ?? description);
    const words = parameters.length > 0 ? parameters.map(word).join(' ') : text;
    problems.push(`${source} ${level}: ${words} (${url})`);
  }

  const server = createServer((driver) => {
    const upstream = createConnection(browserPort, '127.0.0.1');
    browser = upstream;
    driver.on('data', (data) => upstream.write(data));
    upstream.on(
      'data',
      cutter((name, params, whole) => {
        if (name === 'SendMessageToFrontend' && page?.equals(params.subarray(0, 16))) {
          hearBrowser(JSON.parse(params.toString('utf8', 16, params.length - 1)));
          return;
        }
        // Its parameters are the connection's number and an array of (target's number, type, name, …).
        const type = name === 'SetTargetList' ? params.indexOf('WebPage\0') : -1;
        if (type >= 0) page = Buffer.concat([params.subarray(0, 8), params.subarray(type - 8, type)]);
        driver.write(whole);
      }),
    );
    for (const [from, to] of [
      [driver, upstream],
      [upstream, driver],
    ]) {
      from.on('close', () => to.destroy());
      // Either end may be killed at any time.
      from.on('error', () => to.destroy());
    }
  });
  await new Promise((resolve) => {
    server.listen(driverPort, '127.0.0.1', () => resolve(undefined));
  });

  return {
    problems,
    requests,
    /**
     * Starts listening. Only once the driver has a session: before, the page has no process yet, and
     * messages to it are lost.
     */
    async attach() {
      if (!page || !browser) throw new Error('WebKit’s inspector server told of no page');
      const answered = new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('WebKit’s inspector does not answer')), 20_000);
        attached = () => {
          clearTimeout(timer);
          resolve(undefined);
        };
      });
      browser.write(frame('Setup', page));
      await answered;
    },
    /**
     * Has the page do what only an inspector can.
     *
     * @param {string} method
     * @param {object} params
     * @returns {Promise<void>}
     */
    ask: (method, params) =>
      new Promise((resolve, reject) => {
        waiting.set(sendToPage(target, method, params), ({ error }) =>
          error ? reject(new Error(`WebKit’s inspector: ${error.message}`)) : resolve(),
        );
      }),
    close() {
      server.close();
      browser?.destroy();
    },
  };
}
