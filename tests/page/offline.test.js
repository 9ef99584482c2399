// The page without a network, and two releases of it in turn.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { engines } from '../browser/engines.js';
import { browserForTests } from './setup.js';
import { answered, draw, prediction, ready, reloaded, SEVEN, shows, speak } from './visitor.js';

const BUILT = fileURLToPath(new URL('../../build/site/', import.meta.url));
const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
});

/** A server of a folder, as any host has it, that can be stopped and started again, and given another folder. */
class Host {
  folder = BUILT;
  /** The path of a file that is not there. */
  missing = '';
  port = 0;
  /** Paths, each as often as it was asked for. @type {string[]} */
  asked = [];
  #server = createServer(async (request, response) => {
    const { pathname } = new URL(String(request.url), 'http://localhost');
    this.asked.push(pathname);
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const content = path === this.missing ? null : await readFile(join(this.folder, path)).catch(() => null);
    response.writeHead(content ? 200 : 404, {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Cache-Control': 'no-cache',
    });
    response.end(content);
  });

  async start() {
    await new Promise((resolve) => this.#server.listen(this.port, '127.0.0.1', () => resolve(undefined)));
    this.port = /** @type {import('node:net').AddressInfo} */ (this.#server.address()).port;
    return `http://127.0.0.1:${this.port}/`;
  }

  async stop() {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}

/** Another release: a word of the page differs, and so does the name of the script that holds it. */
async function anotherRelease() {
  const folder = await mkdtemp(join(tmpdir(), 'glassbox-'));
  await cp(BUILT, folder, { recursive: true });
  const script = String((await readdir(join(folder, 'assets'))).find((name) => /^index-.*\.js$/.test(name)));
  const renamed = script.replace('index-', 'index-New');
  const path = join(folder, 'assets', script);
  await writeFile(
    join(folder, 'assets', renamed),
    (await readFile(path, 'utf8')).replaceAll('"On this machine"', '"On this machine, renewed"'),
  );
  await rm(path);
  for (const name of ['index.html', 'service-worker.js']) {
    const text = await readFile(join(folder, name), 'utf8');
    assert.ok(text.includes(script), name);
    // The page's own revision in the list of the service worker changes with it.
    await writeFile(
      join(folder, name),
      text.replaceAll(script, renamed).replace(/(index\.html",revision:")\w{4}/, '$1ffff'),
    );
  }
  return folder;
}

/** @type {string} */
let release;
before(async () => {
  release = await anotherRelease();
});
after(() => rm(release, { recursive: true }));

const STORED = 'This page works without a network now';

for (const engine of engines) {
  describe(`without a network, in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('the page opens, reads, teaches and trains; another release takes over when it is told to', async (t) => {
      const host = new Host();
      t.after(() => host.stop());
      const url = await host.start();
      const page = await browser.openPage(`${url}#recipe=quick&records=2000&epochs=1`);
      await ready(page);
      await page.click('button', 'Train');
      await shows(page, 'Trained.', 60_000);
      await shows(page, STORED);
      await page.until(
        async () =>
          (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
            .flat()
            .filter(({ url }) => url.endsWith('.csv.gz')).length === 2,
        { what: 'the records to be stored' },
      );
      // Once to learn from, once to store: the browser may have it still, and then does not ask.
      for (const path of host.asked.filter((path) => path.endsWith('.csv.gz')))
        assert.ok(host.asked.filter((other) => other === path).length <= 2, path);
      assert.equal((await page.text('status', 'Sent')).trim(), '0 bytes sent');

      await host.stop();
      await page.goto('about:blank');
      await page.goto(`${url}#recipe=quick&records=2000&epochs=1&seed=2`);
      await ready(page);
      await speak(page, 'pt');
      await shows(page, 'Neste aparelho');
      await speak(page, 'en');
      await draw(page, SEVEN);
      await answered(page);
      assert.equal(await prediction(page), '7');
      await page.click('button', 'Lesson');
      await shows(page, 'Next card');
      await page.click('button', 'Next card');
      await page.click('button', 'Leave the lesson');
      await page.click('button', 'Train');
      await shows(page, 'Trained.', 60_000);
      // It has learned what it was to learn before all of the file was read, and to leave would break that off.
      await page.until(
        () =>
          document.querySelector('.files [role=status]')?.textContent?.trim() ===
          'mnist_train.csv.gz: 60,000 records',
        { what: 'all training records to be in use' },
      );

      host.folder = release;
      await host.start();
      await page.goto('about:blank');
      await page.goto(url);
      await shows(page, 'There is a new version of this page.');
      await shows(page, 'On this machine');
      assert.equal(
        await page.evaluate(() => document.body.textContent?.includes('On this machine, renewed')),
        false,
      );
      const opened = await page.evaluate(() => performance.timeOrigin);
      await page.click('button', 'Load the new version');
      await reloaded(page, opened);
      await shows(page, 'On this machine, renewed');
      await ready(page);
      await shows(page, STORED);
      assert.equal(await page.evaluate(() => document.querySelector('.renewal')), null);
      await page.click('button', 'Remove what is stored');
      await shows(page, 'Nothing is stored any more.');

      // As where there is no room for all files.
      host.missing = '/icon-512.png';
      await page.goto('about:blank');
      await page.goto(url);
      await shows(page, 'This browser does not store the page');
      assert.deepEqual(await page.problems(), []);
    });
  });
}
