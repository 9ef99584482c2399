// WebKit, by WebKitWebDriver and the MiniBrowser that WebKitGTK comes with.

import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inspector } from './inspector.js';
import { ANSWER_TIMEOUT } from './page.js';
import { installed } from './processes.js';

/** @typedef {import('./page.js').Size} Size */
/** @typedef {import('./page.js').Tab} Tab */
/** @typedef {import('./processes.js').Home} Home */

// In the order of https://www.w3.org/TR/webdriver2/#keyboard-actions, from U+E000.
const KEYS = `Unidentified Cancel Help Backspace Tab Clear Return Enter Shift Control Alt Pause Escape Space
  PageUp PageDown End Home ArrowLeft ArrowUp ArrowRight ArrowDown Insert Delete`.split(/\s+/);

// Without a window manager, the window under the X pointer has the focus, and in a page without it :focus
// matches nothing. The pointer rests in the middle of the screen, so windows are put with their corner just
// there: it points at the toolbar, not at the page.
const screen = { width: 4096, height: 3072 };
const corner = { x: screen.width / 2 - 5, y: screen.height / 2 - 5 };

/**
 * @param {Home} home
 * @param {boolean} listens
 * @returns {Promise<(size: Size) => Promise<Tab>>} opens a tab
 */
export async function startWebKit(home, listens) {
  // MiniBrowser's toolbar would keep its window wider than a phone.
  mkdirSync(`${home.path}/gtk-3.0`);
  const none = ['margin', 'padding', 'min-width', 'min-height', 'border-width'].map((name) => `${name}: 0`);
  const css = `* { ${none.join('; ')}; font-size: 1px; -gtk-icon-source: none; }`;
  writeFileSync(`${home.path}/gtk-3.0/gtk.css`, css);

  // Xvfb finds a free display by itself and says which: xvfb-run would guess.
  const geometry = `${screen.width}x${screen.height}x24`;
  const args = ['-displayfd', '3', '-screen', '0', geometry, '-nolisten', 'tcp'];
  const xvfb = home.start(installed('/usr/bin/Xvfb', 'xvfb'), args);
  const pipe = /** @type {import('node:stream').Readable} */ (xvfb.stdio[3]);
  const [display] = await Promise.race([once(pipe, 'data'), once(pipe, 'end')]);
  if (!display) throw new Error('Xvfb ended at once');
  // About once in two hundred starts, browser or driver never listens, or the session never begins.
  return (size) => eventually(() => openTab(home, String(display).trim(), size, listens), 60_000);
}

/**
 * A driver has one session with one visible page, so every page gets a driver and a browser.
 *
 * @param {Home} home
 * @param {string} display
 * @param {Size} size
 * @param {boolean} listens
 */
async function openTab(home, display, { width, height }, listens) {
  const miniBrowser = readdirSync('/usr/lib')
    .map((abi) => `/usr/lib/${abi}/webkit2gtk-4.1/MiniBrowser`)
    .find((path) => existsSync(path));
  const [driverPort, browserPort] = [await freePort(), await freePort()];
  const inspector = new Inspector();
  // Without the extras, the inspector server leaves pages out.
  const args = ['--automation', '--enable-developer-extras=true'];
  const browser = home.start(installed(miniBrowser, 'libwebkit2gtk-4.1-0'), args, {
    DISPLAY: `:${display}`,
    // On a desktop with Wayland, GTK would open its window there.
    GDK_BACKEND: 'x11',
    WEBKIT_INSPECTOR_SERVER: `127.0.0.1:${browserPort}`,
    // It would draw by OpenGL, which takes twice the time where there is no graphics processor.
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    // There is no session bus to find assistive technology on, and looking for it takes time.
    NO_AT_BRIDGE: '1',
  });
  const driver = home.start(installed('/usr/bin/WebKitWebDriver', 'webkit2gtk-driver'), [
    '--host=127.0.0.1',
    `--port=${driverPort}`,
    `--target=127.0.0.1:${await inspector.listen(browserPort)}`,
  ]);
  await Promise.all([browserPort, driverPort].map((port) => eventually(() => connect(port))));
  const command = await openSession(`http://127.0.0.1:${driverPort}`);
  if (listens) await inspector.attach();
  const tab = makeTab(command, inspector, () => home.stop(driver, browser));
  await tab.resize(width, height);
  return tab;
}

/** Milliseconds in which a session begins if it ever does: usually, it takes one second. */
const SESSION_TIMEOUT = 20_000;

/** @typedef {(method: 'GET' | 'POST', path: string, body?: object) => Promise<any>} Command */

/**
 * @param {string} address of the driver
 * @returns {Promise<Command>}
 */
async function openSession(address) {
  /** @param {string} method @param {string} path @param {object} [body] @param {AbortSignal} [signal] */
  const command = async (method, path, body, signal) => {
    const response = await fetch(`${address}${path}`, { method, body: body && JSON.stringify(body), signal });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
    return value;
  };
  const alwaysMatch = { browserName: 'MiniBrowser', timeouts: { script: ANSWER_TIMEOUT } };
  const soon = AbortSignal.timeout(SESSION_TIMEOUT);
  const { sessionId } = await command('POST', '/session', { capabilities: { alwaysMatch } }, soon);
  return (method, path, body) => command(method, `/session/${sessionId}${path}`, body);
}

/**
 * @param {Command} command
 * @param {Inspector} inspector
 * @param {() => Promise<void>} close
 * @returns {Tab}
 */
function makeTab(command, inspector, close) {
  /** @param {string} source */
  const execute = (source) => command('POST', '/execute/sync', { script: `return ${source}`, args: [] });
  // The driver may say that a page has been reloaded a moment before the old one is gone, and what it was asked with it.
  const run = (/** @type {string} */ source) =>
    execute(source).catch((error) => {
      if (!/before the unload event/.test(error.message)) throw error;
      return execute(source);
    });

  return {
    run,
    async drag(path) {
      // The driver takes whole pixels only.
      const [first, ...rest] = path.map(([x, y]) => ({
        type: 'pointerMove',
        // A hand's pace, and Chromium's: without it, a thousand moves a second would queue up.
        duration: 16,
        x: Math.round(x),
        y: Math.round(y),
      }));
      const actions = [first, { type: 'pointerDown', button: 0 }, ...rest, { type: 'pointerUp', button: 0 }];
      await command('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    async touch() {
      throw new Error('WebKitWebDriver has no touch: it turns a touch pointer into a mouse');
    },
    async press(key) {
      const value = KEYS.includes(key) ? String.fromCharCode(0xe000 + KEYS.indexOf(key)) : key;
      if ([...value].length !== 1) throw new Error(`unknown key ${key}`);
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      await command('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async setFiles(selector, paths) {
      const element = await command('POST', '/element', { using: 'css selector', value: selector });
      const [id] = Object.values(element);
      const text = paths.map((path) => resolve(path)).join('\n');
      await command('POST', `/element/${id}/value`, { text });
    },
    async resize(width, height, pixelRatio) {
      if (pixelRatio) throw new Error('WebKit has the system’s pixel ratio only');
      // The driver sizes the window, which is more than the viewport, and the viewport follows later.
      const [spareX, spareY] = await run('[outerWidth - innerWidth, outerHeight - innerHeight]');
      await command('POST', '/window/rect', { ...corner, width: width + spareX, height: height + spareY });
      await eventually(async () => {
        const is = await run('innerWidth + " x " + innerHeight');
        if (is !== `${width} x ${height}`) throw new Error(`WebKit’s viewport stays ${is}`);
      });
    },
    prefer: (feature, value) =>
      inspector.ask('Page.overrideUserPreference', { name: pascalCase(feature), value: pascalCase(value) }),
    async screenshot(path) {
      const shot = command('GET', '/screenshot');
      // It is taken after the next frame, which may never come while nothing on the page moves.
      const move = 'void document.documentElement.animate([{ translate: "0" }, { translate: "0" }], 50)';
      while (await Promise.race([shot.then(() => false), sleep(50, true)])) await run(move);
      await writeFile(path, Buffer.from(await shot, 'base64'));
    },
    goto: (url) => command('POST', '/url', { url }),
    reload: () => command('POST', '/refresh', {}),
    close,
    problems: inspector.problems,
    requests: inspector.requests,
  };
}

/** As the inspector calls what a visitor can prefer. @param {string} name */
const pascalCase = (name) => name.replace(/(^|-)[a-z]/g, (start) => start.slice(-1).toUpperCase());

/**
 * A port that is free now. It is below those that outgoing connections get (on Linux from 32768): one of these could
 * take it before its program does, even the connection that tries whether the program is there.
 */
async function freePort() {
  for (;;) {
    const [port, server] = [10_000 + Math.floor(20_000 * Math.random()), createServer()];
    const free = await once(server.listen(port, '127.0.0.1'), 'listening').catch(() => null);
    server.close();
    if (free) return port;
  }
}

/** Fails if no program listens on the port. @param {number} port */
async function connect(port) {
  const socket = createConnection(port, '127.0.0.1');
  await once(socket, 'connect').finally(() => socket.destroy());
}

/** Tries until it works, or throws the last error after a while. @template T @param {() => Promise<T>} attempt */
async function eventually(attempt, milliseconds = 10_000) {
  for (const end = Date.now() + milliseconds; ; await sleep(10)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
