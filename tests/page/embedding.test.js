// The page in an <iframe> of another page, which hears of it and gives it the height that it needs.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { browserForTests, siteForTests } from './setup.js';

const site = siteForTests({ records: 2000 });

/** As in README.md, and it notes what it hears. */
const HOST = `<!doctype html>
<title>A page of a school</title>
<iframe id="glassbox" src="./#recipe=backtrack&hiddenNodes=20&epochs=1&hide=tools,preparation,foil,closer,settings,files,network,machine,download"
  style="width: 100%; border: 0"></iframe>
<script>
  const heard = [];
  window.heard = heard;
  addEventListener('message', ({ data, source }) => {
    const frame = document.getElementById('glassbox');
    if (source !== frame.contentWindow || !data.glassbox) return;
    heard.push(data);
    if (data.glassbox === 'size') frame.style.height = data.height + 'px';
  });
</script>`;

for (const engine of engines) {
  describe(`embedded in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('the page says when it is ready, what it reads and how well it was trained, and has no bars to scroll', async () => {
      site.faults.set('/host.html', (response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end(HOST);
      });
      const page = await browser.openPage(`${site.url}host.html`);
      const hears = (/** @type {string} */ what) =>
        page.until(
          (what) =>
            /** @type {any[]} */ (/** @type {any} */ (globalThis).heard).findLast(
              (message) => message.glassbox === what,
            ),
          { what },
          what,
        );
      await hears('ready');
      assert.deepEqual(await hears('answer'), { glassbox: 'answer', digits: [], confidence: [] });
      await page.evaluate(() => {
        const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
        const buttons = [...(frame.contentDocument?.querySelectorAll('button') ?? [])];
        for (const name of ['Example', 'Train']) buttons.find((each) => each.textContent === name)?.click();
      });
      const { recipe, step, accuracy } = /** @type {any} */ (await hears('trained'));
      assert.deepEqual([recipe, step], ['backtrack', 2000]);
      assert.ok(accuracy > 0.5, `${accuracy}`);
      const { digits } = /** @type {any} */ (await hears('answer'));
      assert.equal(digits.length, 1);
      const { inner, whole } = await page.evaluate(() => {
        const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
        const inside = /** @type {Document} */ (frame.contentDocument).documentElement;
        return { inner: frame.clientHeight, whole: inside.scrollHeight };
      });
      assert.ok(Math.abs(inner - whole) <= 1, `${inner} of ${whole} px`);
    });
  });
}
