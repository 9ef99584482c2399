// WebKit, by WebKitWebDriver and the MiniBrowser that WebKitGTK comes with.

import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openInspector } from './inspector.js';
import { installed, makeHome, start, stop } from './processes.js';

/** @typedef {import('./page.js').Tab} Tab */
/** @typedef {import('./page.js').Point} Point */
/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {import('node:net').AddressInfo} AddressInfo */

// https://www.w3.org/TR/webdriver2/#keyboard-actions
/** @type {Record<string, string>} */
const keys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};
// What a visitor can prefer, as the inspector calls it.
const preferences = {
  'prefers-color-scheme': 'PrefersColorScheme',
  'prefers-reduced-motion': 'PrefersReducedMotion',
};
const preferred = { light: 'Light', dark: 'Dark', reduce: 'Reduce', 'no-preference': 'NoPreference' };
// https://www.w3.org/TR/webdriver2/#elements
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

// Without a window manager, the window under the X pointer has the focus, and in a page without it :focus
// matches nothing. The pointer rests in the middle of the screen, so windows are put with their corner just
// there: it points at the toolbar, not at the page.
const screen = { width: 4096, height: 3072 };
const corner = { x: screen.width / 2 - 5, y: screen.height / 2 - 5 };

/** @returns {Promise<{ openTab(width: number, height: number): Promise<Tab>, close(): Promise<void> }>} */
export async function openWebKit() {
  const driver = installed('/usr/bin/WebKitWebDriver', 'webkit2gtk-driver');
  const miniBrowsers = readdirSync('/usr/lib').map((abi) => `/usr/lib/${abi}/webkit2gtk-4.1/MiniBrowser`);
  const miniBrowser = installed(
    miniBrowsers.find((path) => existsSync(path)),
    'libwebkit2gtk-4.1-0',
  );
  const xvfb = installed('/usr/bin/Xvfb', 'xvfb');

  const home = makeHome('webkit');
  // MiniBrowser's toolbar would keep its window wider than a phone.
  mkdirSync(`${home.path}/gtk-3.0`);
  const none = ['margin', 'padding', 'min-width', 'min-height', 'border-width'].map((name) => `${name}: 0`);
  const css = `* { ${none.join('; ')}; font-size: 1px; -gtk-icon-source: none; }`;
  writeFileSync(`${home.path}/gtk-3.0/gtk.css`, css);
  /** @type {(() => Promise<void> | void)[]} */
  const closers = [home.clear];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  /**
   * @param {string} program
   * @param {string[]} args
   * @param {Record<string, string>} [env]
   */
  const run = (program, args, env) => {
    const child = start(program, args, { ...home.env, ...env });
    closers.push(() => stop(child));
    return child;
  };

  try {
    // Xvfb finds a free display by itself and says which: xvfb-run would guess.
    const size = `${screen.width}x${screen.height}x24`;
    const display = await firstLine(run(xvfb, ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp']));
    return {
      close,
      // A driver has one session with one visible page, so every page gets a driver and a browser.
      async openTab(width, height) {
        const [driverPort, browserPort, inspectorPort] = await freePorts(3);
        const inspector = await openInspector(browserPort, inspectorPort);
        closers.push(inspector.close);
        // Without the extras, the inspector server leaves pages out.
        const browserChild = run(miniBrowser, ['--automation', '--enable-developer-extras=true'], {
          DISPLAY: `:${display}`,
          // On a desktop with Wayland, GTK would open its window there.
          GDK_BACKEND: 'x11',
          WEBKIT_INSPECTOR_SERVER: `127.0.0.1:${browserPort}`,
          // It would draw by OpenGL, which takes twice the time where there is no graphics processor.
          WEBKIT_DISABLE_DMABUF_RENDERER: '1',
          // There is no session bus to find assistive technology on, and looking for it takes time.
          NO_AT_BRIDGE: '1',
        });
        const driverChild = run(driver, [
          '--host=127.0.0.1',
          `--port=${driverPort}`,
          `--target=127.0.0.1:${inspectorPort}`,
        ]);
        await Promise.all([listening(browserPort, browserChild), listening(driverPort, driverChild)]);
        const command = await openSession(`http://127.0.0.1:${driverPort}`);
        await inspector.attach();
        const tab = makeTab(command, inspector);
        await tab.resize(width, height);
        return tab;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @typedef {(method: 'GET' | 'POST', path: string, body?: object) => Promise<any>} Command */

/**
 * @param {string} address of the driver
 * @returns {Promise<Command>}
 */
async function openSession(address) {
  /** @type {Command} */
  const command = async (method, path, body) => {
    const response = await fetch(`${address}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
    return value;
  };
  // Puppeteer, which drives the other engines, waits three minutes.
  const alwaysMatch = { browserName: 'MiniBrowser', timeouts: { script: 180_000 } };
  const { sessionId } = await command('POST', '/session', { capabilities: { alwaysMatch } });
  return (method, path, body) => command(method, `/session/${sessionId}${path}`, body);
}

/**
 * @param {Command} command
 * @param {Awaited<ReturnType<typeof openInspector>>} inspector
 * @returns {Tab}
 */
function makeTab(command, inspector) {
  /** @param {string} source */
  const run = (source) => command('POST', '/execute/sync', { script: `return ${source}`, args: [] });

  return {
    run,
    async mouse(path) {
      // The driver takes whole pixels only.
      const [first, ...rest] = path.map(([x, y]) => ({
        type: 'pointerMove',
        // A hand's pace, and Chromium's: without it, a thousand moves a second would queue up.
        duration: 16,
        x: Math.round(x),
        y: Math.round(y),
      }));
      const actions = [first, { type: 'pointerDown', button: 0 }, ...rest, { type: 'pointerUp', button: 0 }];
      const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
      await command('POST', '/actions', { actions: [mouse] });
    },
    async touch() {
      throw new Error('WebKitWebDriver has no touch: it turns a touch pointer into a mouse');
    },
    async press(key) {
      const value = keys[key] ?? key;
      if ([...value].length !== 1) throw new Error(`unknown key ${key}`);
      const actions = [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ];
      await command('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async setFiles(selector, paths) {
      const input = await command('POST', '/element', { using: 'css selector', value: selector });
      const text = paths.map((path) => resolve(path)).join('\n');
      await command('POST', `/element/${input[elementKey]}/value`, { text });
    },
    async resize(width, height) {
      // The driver sizes the window, which is more than the viewport, and the viewport follows later.
      const [spareX, spareY] = await run('[outerWidth - innerWidth, outerHeight - innerHeight]');
      const size = { width: width + spareX, height: height + spareY };
      await command('POST', '/window/rect', { ...corner, ...size });
      const wanted = `${width} x ${height}`;
      const end = Date.now() + 5000;
      for (;;) {
        const size = await run("innerWidth + ' x ' + innerHeight");
        if (size === wanted) return;
        if (Date.now() > end) throw new Error(`WebKit’s viewport stays ${size}, not ${wanted}`);
        await sleep(20);
      }
    },
    prefer: (feature, value) =>
      inspector.ask('Page.overrideUserPreference', { name: preferences[feature], value: preferred[value] }),
    async screenshot(path) {
      await writeFile(path, Buffer.from(await command('GET', '/screenshot'), 'base64'));
    },
    goto: (url) => command('POST', '/url', { url }),
    reload: () => command('POST', '/refresh', {}),
    problems: () => [...inspector.problems],
    requests: () => [...inspector.requests],
  };
}

/**
 * @param {ChildProcess} child that writes to its descriptor 3
 * @returns {Promise<string>}
 */
async function firstLine(child) {
  const pipe = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  const [data] = await Promise.race([once(pipe, 'data'), once(pipe, 'end')]);
  if (!data) throw new Error(`${child.spawnfile} ended at once`);
  return String(data).trim();
}

/** @param {number} count */
async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const addresses = servers.map((server) => /** @type {AddressInfo} */ (server.address()));
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return addresses.map(({ port }) => port);
}

/**
 * Waits until a program listens on its port.
 *
 * @param {number} port
 * @param {ChildProcess} child
 */
async function listening(port, child) {
  const end = Date.now() + 20_000;
  for (let open = false; !open; ) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`);
    if (Date.now() > end) throw new Error(`${child.spawnfile} does not listen`);
    const socket = createConnection(port, '127.0.0.1');
    open = await new Promise((done) => {
      socket.once('connect', () => done(true)).once('error', () => done(false));
    });
    socket.destroy();
    if (!open) await sleep(20);
  }
}
