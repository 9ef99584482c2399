// Checks the harness itself: that each engine does what the other tests take for granted.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { engines, openBrowser, preferringEngines, scalingEngines, touchEngines } from './engines.js';
import { breakAll, firstSeen, serveHarnessPage, takeSeen } from './harness-page.js';

const folder = mkdtempSync(join(tmpdir(), 'glassbox-test-'));
/** @type {Awaited<ReturnType<typeof serveHarnessPage>>} */
let served;

before(async () => {
  served = await serveHarnessPage();
});

after(() => {
  served?.stop();
  rmSync(folder, { recursive: true });
});

for (const engine of engines) {
  describe(engine, () => {
    /** @type {import('./engines.js').Browser} */
    let browser;
    /** @type {import('./page.js').Page} */
    let page;

    before(async () => {
      browser = await openBrowser(engine);
      page = await browser.openPage(served.url, { width: 1000, height: 700 });
    });

    after(() => browser?.close());

    test('opens a page without problems', async () => {
      assert.deepEqual(await page.problems(), []);
    });

    test('evaluates', async () => {
      const sum = await page.evaluate(async (a, b) => ({ sum: a + b[0], text: document.title }), 1, [2]);
      assert.deepEqual(sum, { sum: 3, text: 'Harness' });
      assert.equal(await page.evaluate(() => undefined), undefined);
      const broken = page.evaluate(() => {
        throw new TypeError('no “way”');
      });
      await assert.rejects(broken, { message: 'no “way”' });
      const rejecting = page.evaluate(() => Promise.reject('a string'));
      await assert.rejects(rejecting, { message: 'a string' });
    });

    test('finds elements by role and name', async () => {
      assert.equal(await page.text('status', 'Note'), 'It  reads');
      assert.equal(await page.text('heading', 'Files'), 'Files');
      assert.equal(await page.text('region', 'Files'), 'here');
      assert.equal((await page.box('spinbutton', 'Rate')).height > 5, true);
      const { y } = await page.box('button', 'Go');
      assert.equal(y > 0 && y < 700, true, 'in view');
      await assert.rejects(page.text('button', 'Gone'), {
        message: 'no visible button named “Gone”; there are: “Stop”, “More”, “Go”, “Under”',
      });
    });

    test('clicks with trusted events', async () => {
      await page.evaluate(takeSeen);
      await page.click('button', 'Go');
      assert.deepEqual(await page.evaluate(takeSeen), [['click', true]]);
      await page.click('button', 'More');
      assert.equal(await page.evaluate(() => document.querySelector('details')?.open), true);
      await assert.rejects(page.click('button', 'Stop'), /disabled/);
      await assert.rejects(page.click('button', 'Under'), /covered by <div/);
    });

    test('drags with trusted mouse events', async () => {
      const { x, y } = await page.box('img', 'Drawing');
      await page.evaluate(takeSeen);
      await page.drag([
        [x + 10, y + 10],
        [x + 30, y + 50],
        [x + 50, y + 90],
        [x + 55, y + 90],
        [x + 60, y + 90],
      ]);
      const expected = [
        ['move', 10, 10, 0],
        ['down', 10, 10, 1],
        ['move', 30, 50, 1],
        ['move', 50, 90, 1],
        ['move', 55, 90, 1],
        ['move', 60, 90, 1],
        ['up', 60, 90, 0],
      ].map((event) => [...event, 'mouse', true]);
      assert.deepEqual(await page.evaluate(takeSeen), expected);
    });

    test('touches, or says that it cannot', async () => {
      const { x, y } = await page.box('img', 'Drawing');
      const touched = page.touch([
        [x + 10, y + 10],
        [x + 50, y + 90],
      ]);
      if (!touchEngines.includes(engine)) return assert.rejects(touched, /no touch/);
      await touched;
      assert.deepEqual(await page.evaluate(takeSeen), [
        ['down', 10, 10, 1, 'touch', true],
        ['move', 50, 90, 1, 'touch', true],
        ['up', 50, 90, 0, 'touch', true],
      ]);
    });

    test('presses keys', async () => {
      await page.click('spinbutton', 'Rate');
      await page.evaluate(takeSeen);
      assert.deepEqual(
        await page.evaluate(() => [document.hasFocus(), document.querySelector(':focus-visible')?.id]),
        [true, 'rate'],
      );
      for (const key of ['End', '7', 'Tab', 'ArrowDown', ' ', 'Enter']) await page.press(key);
      assert.deepEqual(await page.evaluate(takeSeen), ['End', '7', 'Tab', 'ArrowDown', ' ', 'Enter']);
      const input = () => /** @type {HTMLInputElement} */ (document.querySelector('#rate')).value;
      assert.equal(await page.evaluate(input), '17');
      await assert.rejects(page.press('Nonsense'), /[Uu]nknown key/);
    });

    test('chooses files', async () => {
      const paths = ['one', 'two'].map((name) => {
        writeFileSync(join(folder, `${name} ä.txt`), name);
        return join(folder, `${name} ä.txt`);
      });
      await page.evaluate(takeSeen);
      await page.setFiles('#file', paths);
      const chosen = await page.until(firstSeen, { what: 'the files' });
      assert.deepEqual(chosen, ['one', 'two']);
      await assert.rejects(page.setFiles('#none', paths));
    });

    test('waits, and says what for', async () => {
      const start = Date.now();
      const value = await page.until((past) => Date.now() > past && 'done', { what: 'time' }, start + 100);
      assert.equal(value, 'done');
      await assert.rejects(
        page.until(() => 0, { timeout: 60, what: 'Godot' }),
        {
          message: 'waited 60 ms for Godot; last: 0; focus: summary “More”; said: It reads',
        },
      );
    });

    test('resizes, down to a phone', async () => {
      for (const [width, height] of [
        [320, 568],
        [1920, 1080],
        [1000, 700],
      ]) {
        await page.resize(width, height);
        assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [width, height]);
      }
    });

    test('sets the pixel ratio, or says that it cannot', async () => {
      if (!scalingEngines.includes(engine)) {
        return assert.rejects(page.resize(1000, 700, 2), /the system’s pixel ratio only/);
      }
      for (const ratio of [2, 1]) {
        await page.resize(1000, 700, ratio);
        await page.until((ratio) => devicePixelRatio === ratio, { what: `a ratio of ${ratio}` }, ratio);
      }
    });

    test('prefers what it is told to, or says that it cannot', async () => {
      const preferred = () =>
        ['(prefers-color-scheme: dark)', '(prefers-reduced-motion)'].map(
          (query) => matchMedia(query).matches,
        );
      if (!preferringEngines.includes(engine)) {
        return assert.rejects(page.prefer('prefers-color-scheme', 'dark'), /the system’s preferences only/);
      }
      await page.prefer('prefers-color-scheme', 'dark');
      await page.prefer('prefers-reduced-motion', 'reduce');
      assert.deepEqual(await page.evaluate(preferred), [true, true]);
      await page.prefer('prefers-color-scheme', 'light');
      assert.deepEqual(await page.evaluate(preferred), [false, true]);
      await page.prefer('prefers-reduced-motion', 'no-preference');
      assert.deepEqual(await page.evaluate(preferred), [false, false]);
    });

    test('takes screenshots of the viewport', async () => {
      const path = join(folder, `${engine}.png`);
      await page.screenshot(path);
      const png = readFileSync(path);
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1000, 700]);
    });

    test('goes and reloads', async () => {
      await page.goto(`${served.url}#part`);
      assert.equal(await page.evaluate(() => location.hash), '#part');
      await page.evaluate(() => void Object.assign(globalThis, { old: true }));
      await page.reload();
      assert.equal(await page.evaluate(() => 'old' in globalThis), false);
    });

    test('keeps a page alive and apart while another opens and closes', async () => {
      await page.evaluate(() => localStorage.setItem('mine', '1'));
      const other = await browser.openPage(served.url);
      assert.deepEqual(await other.evaluate(() => [innerWidth, innerHeight]), [1280, 800]);
      assert.equal(await other.evaluate(() => localStorage.getItem('mine')), null);
      assert.equal(await page.evaluate(() => document.visibilityState), 'visible');
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(1))));
      await other.close();
      await assert.rejects(other.evaluate(() => 1));
      assert.equal(await page.evaluate(() => localStorage.getItem('mine')), '1');
    });

    test('tells all problems of page and worker', async () => {
      assert.deepEqual(await page.problems(), []);
      await page.evaluate(takeSeen);
      await page.evaluate(breakAll);
      const answer = await page.until(firstSeen, { what: 'the worker' });
      assert.equal(answer, 'from the worker');
      const problems = await page.problems();
      const expected = [
        /page warns/,
        /page errs/,
        /page threw/,
        /page rejected/,
        /404.*missing\.json|missing\.json.*404/,
        /blocked\.png.*Content.Security.Policy|Content.Security.Policy.*blocked\.png/,
        /worker warns/,
        /worker threw/,
      ];
      for (const pattern of expected) {
        const told = problems.some((line) => pattern.test(line));
        assert.ok(told, `${pattern} in\n${problems.join('\n')}`);
      }
      assert.equal(
        problems.some((line) => line.includes('just saying')),
        false,
      );
    });

    test('tells all requests of page and worker', async () => {
      const requests = await page.requests();
      for (const path of ['', 'page.js', 'worker.js', 'data.txt', 'missing.json']) {
        assert.equal(requests.includes(served.url + path), true, `${path} in\n${requests.join('\n')}`);
      }
    });

    test('opens the same page without listening to it', async () => {
      const apart = await openBrowser(engine, { listens: false });
      try {
        const other = await apart.openPage(served.url);
        assert.equal(await other.evaluate(() => document.title), 'Harness');
        assert.deepEqual(await other.requests(), []);
      } finally {
        await apart.close();
      }
    });
  });
}
