// Chromium and Firefox, by Puppeteer.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { ANSWER_TIMEOUT } from './page.js';
import { installed } from './processes.js';

/** @typedef {import('./page.js').Size} Size */
/** @typedef {import('./page.js').Tab} Tab */

/**
 * @param {import('./processes.js').Home} home
 * @param {'chromium' | 'firefox'} engine
 * @param {boolean} listens
 * @returns {Promise<(size: Size, lasting?: boolean) => Promise<Tab>>} opens a tab; lasting: what it stores outlasts it
 */
export async function startPuppeteer(home, engine, listens) {
  const debianPackage = engine === 'chromium' ? 'chromium' : 'firefox-esr';
  const browser = await puppeteer.launch({
    browser: engine === 'chromium' ? 'chrome' : 'firefox',
    executablePath: installed(`/usr/bin/${debianPackage}`, debianPackage),
    args: engine === 'chromium' ? chromiumArgs() : [],
    networkEnabled: listens,
    waitForInitialPage: false,
    protocolTimeout: ANSWER_TIMEOUT,
    env: home.env,
    userDataDir: `${home.path}/profile`,
    // processes.js sees to these.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
  const child = browser.process();
  if (!child) throw new Error(`${engine} has no process`);
  home.adopt(child);
  // When Firefox has ended, Puppeteer puts the settings in its profile back; another one must not start before.
  const backups = ['prefs.js', 'user.js'].map((file) => `${home.path}/profile/${file}.puppeteer`);
  home.beforeNext = async () => {
    // At most two seconds: of a profile that Firefox has not finished writing, Puppeteer leaves them there.
    for (let i = 0; i < 200 && backups.some((path) => existsSync(path)); i++)
      await new Promise((next) => setTimeout(next, 10));
  };
  let open = 0;
  return async (size, lasting = false) => {
    const context = lasting ? browser.defaultBrowserContext() : await browser.createBrowserContext();
    // A window of its own stays visible when another opens: hidden pages get no animation frames. A tab in the window
    // that Firefox has from the start takes it a quarter of a second less.
    const page = await context.newPage({ type: engine === 'firefox' && open === 0 ? 'tab' : 'window' });
    open++;
    await page.setViewport(size);
    const close = async () => {
      open--;
      await (lasting ? page.close() : context.close());
    };
    return makeTab(engine, page, close);
  };
}

function chromiumArgs() {
  return [
    '--disable-background-networking',
    '--no-startup-window',
    // Containers give /dev/shm 64 MB, and Chromium dies when it is full.
    '--disable-dev-shm-usage',
    // For each window, two pages behind the address bar: they take longer to load than the page itself.
    '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
    // Its sandbox refuses to work for root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/**
 * @param {'chromium' | 'firefox'} engine
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<void>} close
 * @returns {Tab}
 */
function makeTab(engine, page, close) {
  /** @type {Map<string, string>} */
  const preferences = new Map();
  /** @type {import('puppeteer-core').CDPSession | undefined} */
  let session;

  return {
    ...listen(engine, page),
    run: async (source) => String(await page.evaluate(source)),
    async drag([first, ...rest]) {
      await page.mouse.move(...first);
      await page.mouse.down();
      for (const point of rest) await page.mouse.move(...point);
      await page.mouse.up();
    },
    async touch([first, ...rest]) {
      const finger = await page.touchscreen.touchStart(...first);
      for (const point of rest) await finger.move(...point);
      await finger.end();
    },
    press: (key) => page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key)),
    async setFiles(selector, paths) {
      const input = await page.$(selector);
      if (!input) throw new Error(`no ${selector}`);
      const upload = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input);
      await upload.uploadFile(...paths.map((path) => resolve(path)));
    },
    resize: (width, height, pixelRatio) => page.setViewport({ width, height, deviceScaleFactor: pixelRatio }),
    async prefer(feature, value) {
      if (engine === 'firefox') throw new Error('Firefox has the system’s preferences only');
      preferences.set(feature, value);
      // Puppeteer does not know all features that Chromium does.
      session ??= await page.createCDPSession();
      const features = Array.from(preferences, ([name, value]) => ({ name, value }));
      await session.send('Emulation.setEmulatedMedia', { features });
    },
    screenshot: (path) => page.screenshot({ path: /** @type {`${string}.png`} */ (path) }),
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    close,
  };
}

/**
 * Collects what a page and its workers say and ask for.
 *
 * @param {'chromium' | 'firefox'} engine
 * @param {import('puppeteer-core').Page} page
 */
function listen(engine, page) {
  /** @type {string[]} */
  const problems = [];
  /** @type {string[]} */
  const requests = [];
  // Of a page that asks whether to leave it: otherwise the page would stay, and wait.
  page.on('dialog', (dialog) => void dialog.accept());
  page.on('console', (message) => {
    if (!['warn', 'error', 'assert'].includes(message.type())) return;
    // From Firefox, an object is no more than “JSHandle@object” here, and an Error “JSHandle@error”.
    problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  // In Firefox these are CSP violations and blocked scripts, too; Chromium tells those as console errors.
  // A CSP violation in a worker is the one thing that Firefox tells nobody.
  page.on('pageerror', (error) => {
    problems.push(`uncaught: ${error instanceof Error ? error.message : error}`);
  });
  if (engine === 'chromium') {
    // Puppeteer passes on a worker's console, but not what Chromium itself says there, as of a CSP violation.
    page.on('workercreated', ({ client }) => {
      client.on('Log.entryAdded', ({ entry }) => {
        if (['warning', 'error'].includes(entry.level)) problems.push(`worker ${entry.level}: ${entry.text}`);
      });
      // The worker may be gone by then.
      client.send('Log.enable').catch(() => {});
    });
  }
  page.on('request', (request) => void requests.push(request.url()));
  page.on('requestfailed', (request) => {
    problems.push(`failed request: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`failed request: ${response.url()} ${response.status()}`);
  });
  return { problems, requests };
}
