// The page in other languages than English, in one opening for each engine.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { browserForTests, siteForTests } from './setup.js';
import { drawn, ready, shows, speak } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** In one engine all, since each takes seconds; in the others the narrowest. */
const SIZES = [
  [320, 480],
  [390, 844],
  [640, 900],
  [1024, 768],
  [1280, 800],
];

const site = siteForTests({ records: 5000 });

/** The share of the run that is behind. @param {Page} page */
const share = (page) =>
  page.evaluate(
    () => /** @type {HTMLProgressElement} */ (document.querySelector('.training > progress')).value,
  );

/**
 * What languages say below the confusion matrix, which is drawn anew only when it changes; and how they write what stands
 * on the axes of the curves: some of it, and all of it.
 *
 * @type {readonly [import('../../web/features/language/languages.js').Language, string, string[], RegExp][]}
 */
const TEXTS = [
  [
    'en',
    'Row: what a record is.',
    ['records shown', '99.5\u00a0%', '0.05'],
    /^(records shown|\d+(\.\d+)?(\u00a0%|[KM])?)$/,
  ],
  [
    'pt',
    'Linha: o que',
    ['registros mostrados', '99,5\u00a0%', '0,05'],
    /^(registros mostrados|\d+(,\d+)?(\s(%|mil|mi))?)$/,
  ],
];

/** Keeps which live regions change from now on, and so are read aloud. @param {Page} page */
const keepReadAloud = (page) =>
  page.evaluate(() => {
    /** @type {Set<string>} */
    const readAloud = new Set();
    Object.assign(globalThis, { readAloud });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(
          '[role=status], [role=alert], [aria-live], output',
        );
        if (region && region.getAttribute('aria-live') !== 'off') readAloud.add(region.outerHTML);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });

/** Keeps what is written on the curves from now on. @param {Page} page */
const keepWritten = (page) =>
  page.evaluate(() => {
    const { fillText } = CanvasRenderingContext2D.prototype;
    /** @type {Set<string>} */
    const written = new Set();
    Object.assign(globalThis, { written });
    CanvasRenderingContext2D.prototype.fillText = function (
      /** @type {Parameters<typeof fillText>} */ ...args
    ) {
      if (this.canvas.closest('learning-curve')) written.add(args[0]);
      fillText.apply(this, args);
    };
  });

/**
 * Has the curves drawn anew, waits until texts are written on them, and returns all that is.
 *
 * @param {Page} page
 * @param {number} width of the window, another than before
 * @param {string[]} texts
 */
async function writtenOnCurves(page, width, texts) {
  await page.evaluate(() => /** @type {any} */ (globalThis).written.clear());
  await page.resize(width, 800);
  await page.until(
    (texts) => texts.every((text) => /** @type {any} */ (globalThis).written.has(text)),
    { what: `${texts.join(', ')} on the curves` },
    texts,
  );
  return page.evaluate(() => /** @type {string[]} */ ([.../** @type {any} */ (globalThis).written]));
}

/**
 * What is wider than the screen or than its own place, on each tab, or what is too wide to stand in one row.
 *
 * @param {Page} page
 */
const cut = (page) =>
  page.evaluate(async () => {
    const found = [];
    const rows = new Set(
      [...document.querySelectorAll('.pad button')].map((each) => each.getBoundingClientRect().top),
    );
    if (innerWidth >= 1024 && rows.size > 1) found.push('the buttons of the pad stand in two rows');
    for (const tab of document.querySelectorAll('[role=tab]')) {
      /** @type {HTMLElement} */ (tab).click();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) found.push(`${tab.textContent}: ${scrollWidth} > ${clientWidth}`);
      for (const select of document.querySelectorAll('.flow select')) {
        const copy = /** @type {HTMLElement} */ (select.cloneNode(true));
        copy.style.cssText = 'position: absolute; width: max-content; max-width: none';
        select.after(copy);
        if (copy.offsetWidth > select.clientWidth + 3) found.push(`select: ${select.textContent}`);
        copy.remove();
      }
      for (const element of document.querySelectorAll(
        ':is(button, label, legend, h2, h3, p, td, th, dt, dd, .scheme):not(.visually-hidden)',
      )) {
        const { overflowX } = getComputedStyle(element);
        if (overflowX !== 'visible' && overflowX !== 'auto' && element.scrollWidth > element.clientWidth + 1)
          found.push(`${element.localName}.${element.className}: ${element.textContent}`);
      }
    }
    return found;
  });

for (const engine of engines) {
  describe(`languages in ${engine}`, () => {
    const browser = browserForTests(engine);
    const sizes = engine === 'chromium' ? SIZES : SIZES.slice(0, 1);

    test('a link opens one, the control changes it while training goes on, axes too, and nothing is cut', async () => {
      const page = await browser.openPage(`${site.url}#recipe=notebook&epochs=1000&lang=pt`);
      await ready(page);
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'pt-BR');
      assert.equal(await page.evaluate(() => document.title), 'Glassbox: uma rede neural transparente');
      await shows(page, 'Uma rede neural transparente');
      await shows(page, '784 entradas');
      await page.click('tab', 'Leituras erradas');
      await shows(page, 'Lidos corretamente: 9.924 de 10.000');
      for (const [width, height] of sizes) {
        await page.resize(width, height);
        await drawn(page);
        assert.deepEqual(await cut(page), [], `${width} px`);
      }

      await page.press('t');
      await page.until(
        () =>
          Number(/** @type {HTMLProgressElement} */ (document.querySelector('.training > progress')).value) >
          0,
        { what: 'training', timeout: 30_000 },
      );
      const [opened, before] = [await page.evaluate(() => performance.timeOrigin), await share(page)];
      await speak(page, 'es');
      await shows(page, 'Mira de cerca');
      await shows(page, 'Ahora responde tu propia red, con 200 nodos ocultos.');
      await page.until(
        (before) =>
          Number(/** @type {HTMLProgressElement} */ (document.querySelector('.training > progress')).value) >
          before,
        { what: 'more training' },
        before,
      );
      assert.equal(await page.evaluate(() => performance.timeOrigin), opened, 'without a reload');
      assert.match(await page.evaluate(() => location.hash), /&lang=es/);
      await page.press('t');
      for (const [width, height] of sizes) {
        await page.resize(width, height);
        await drawn(page);
        assert.deepEqual(await cut(page), [], `${width} px`);
      }
      assert.equal(
        await page.evaluate(
          () =>
            document.querySelector('drawing-pad canvas[aria-label="Área de dibujo de tu clase"]') !== null,
        ),
        true,
      );

      await page.click('tab', 'Lecturas erróneas');
      await keepWritten(page);
      for (const [index, [language, matrix, some, every]] of TEXTS.entries()) {
        await speak(page, language);
        await shows(page, matrix);
        const all = await writtenOnCurves(page, 1000 + 100 * index, some);
        assert.deepEqual(
          all.filter((text) => !every.test(text)),
          [],
          language,
        );
      }

      await keepReadAloud(page);
      await speak(page, 'es');
      await shows(page, 'Mira de cerca');
      assert.deepEqual(await page.evaluate(() => [.../** @type {any} */ (globalThis).readAloud]), []);
      await page.until(() => !document.querySelector('.status[aria-live=off]'), { what: 'live regions' });
      assert.deepEqual(await page.problems(), []);
    });
  });
}
