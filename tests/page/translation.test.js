import assert from 'node:assert/strict';
import { CARDS } from '../../web/features/lesson/cards.js';
import { browserForTests, inChromium, SHORT, siteForTests } from './setup.js';
import { accuracy, clickIn, draw, prediction, ready, SEVEN, settled, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const SIX = [
  [
    [0.62, 0.15],
    [0.45, 0.3],
    [0.36, 0.55],
    [0.4, 0.78],
    [0.55, 0.82],
    [0.64, 0.7],
    [0.58, 0.57],
    [0.38, 0.6],
  ],
];
/** A 7 in the left half, a 6 in the right. */
const SEVENTY_SIX = [SEVEN, SIX].flatMap(([stroke], i) => [stroke.map(([x, y]) => [(x + i) / 2, y])]);

/**
 * Translates the page as Chrome does: puts elements in the place of each text, also of each that comes later. The
 * translation is the text itself, so that the page can be used and read as before.
 *
 * Where Lit expects its own text node, it writes to such an element instead: these texts are kept in `frozen`.
 */
function translate() {
  /** @type {string[]} */
  const frozen = [];
  Object.defineProperty(HTMLElement.prototype, 'data', {
    set(/** @type {string} */ text) {
      frozen.push(`‘${this.textContent}’ stays instead of ‘${text}’`);
    },
  });
  /** @param {Node} root */
  const translateIn = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = root instanceof Text ? [root] : [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    for (const text of texts) {
      // Translators leave white space alone.
      if (!text.data.trim() || text.parentElement?.closest('font, [translate=no]')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.append(text.data);
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  translateIn(document.body);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(translateIn);
  }).observe(document.body, { childList: true, subtree: true });
  Object.assign(globalThis, { frozen });
}

/**
 * No text of the page is frozen.
 *
 * @param {Page} page
 * @param {string} done last
 */
async function nothingFrozen(page, done) {
  await settled(page);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).frozen), [], done);
}

/** Uses all of the page. @param {Page} page */
async function tour(page) {
  const look = (/** @type {string} */ done) => nothingFrozen(page, done);
  /** @param {string} role @param {string} name @param {string} [text] that it shows then */
  const click = async (role, name, text) => {
    await page.click(role, name);
    if (text) await shows(page, text);
    await look(`${role} ${name}`);
  };
  await draws(page, look);
  await trains(page, look, click);
  await looksCloser(page, look, click);
  await changesThePage(page, look, click);
}

/** @typedef {(done: string) => Promise<void>} Look */
/** @typedef {(role: string, name: string, text?: string) => Promise<void>} Click */

/** @param {Page} page @param {Look} look */
async function draws(page, look) {
  for (const [name, strokes, digit] of /** @type {const} */ ([
    ['a 7', SEVEN, '7'],
    ['a 6', SIX, '6'],
    ['both', SEVENTY_SIX, '76'],
  ])) {
    await draw(page, strokes);
    await look(name);
    assert.equal(await prediction(page), digit);
    await page.click('button', 'Clear');
    await look('nothing is drawn');
  }
  await draw(page, SEVEN);
  for (const [part, x, y] of /** @type {const} */ ([
    ['Inputs', 0.5, 0.5],
    ['Inputs', 0.1, 0.7],
    ['Hidden nodes', 0.3, 0.5],
    ['Hidden nodes', 0.7, 0.2],
  ])) {
    await clickIn(page, part, x, y);
    await look(`${part} at ${x}, ${y}`);
  }
  for (const digit of [3, 5]) {
    await page.click('button', `Explain output ${digit}`);
    await look(`output ${digit}`);
    await page.click('img', `What the network imagines for ${digit}`);
    await look(`picture of ${digit}`);
  }
  await page.click('button', 'Unpin');
}

/** @param {Page} page @param {Look} look @param {Click} click */
async function trains(page, look, click) {
  await page.click('button', 'Step');
  await shows(page, 'Training record 1: digit 5');
  await page.click('button', 'Step');
  await shows(page, 'Training record 2: digit 0');
  await page.click('button', 'Train');
  await page.until(() => document.querySelector('[aria-label$="after 4,000 records"]'), {
    what: 'the last accuracy',
  });
  await shows(page, 'mnist_train.csv.gz: 5,000 records');
  await look('trained');
  assert.match(await accuracy(page), /^8\d\.\d\d\u00a0%$/);
  await page.press(',');
  await shows(page, 'You are viewing the network at step');
  await click('button', 'Back to now', 'Trained.');
  await click('button', 'Clear', 'nothing to read yet');
  await draw(page, SEVEN);
  await look('a 7 is read by another network');
}

/** @param {Page} page @param {Look} look @param {Click} click */
async function looksCloser(page, look, click) {
  await click('tab', 'Mistakes', 'Read correctly: ');
  await shows(page, 'most confident mistakes.');
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.matrix .wrong')).click());
  await look('a cell of the matrix');
  await click('button', 'Next record', 'Test record 1: digit 7');
  await click('button', 'Next record', 'Test record 2: digit 2');
  await click('button', 'All mistakes', 'The worst mistakes');

  await click('tab', 'Microscope', '1 of 9: inputs');
  for (let number = 2; number <= 9; number++) await click('button', 'Next', `${number} of 9: `);
  await click('button', 'Back', '8 of 9: ');
  await clickIn(page, 'Δwho[2]', 0.5, 0.5);
  await look('another node');
  await click('button', 'Back to the drawing');
  await click('button', 'Take what is on the stage', 'The drawing shows the digit');

  await page.click('tab', 'Imagination');
  await page.until(
    () =>
      [...document.querySelectorAll('.trip')].every(
        ({ textContent }) =>
          textContent?.includes('recognised as 3?') && textContent.includes('Recognised: '),
      ),
    { what: 'both round trips' },
  );
  await look('imagination');
  await page.click('radio', 'A blend of two');
  await shows(page, 'Is it recognised as 3 and 8?');
  await look('a blend of two');
  await click('tab', 'Hidden nodes', 'All 200 hidden nodes.');
}

/** @param {Page} page @param {Look} look @param {Click} click */
async function changesThePage(page, look, click) {
  await page.click('button', 'Lesson');
  for (const [index, { title }] of CARDS.entries()) {
    await shows(page, title());
    await look(title());
    await page.click('button', index < CARDS.length - 1 ? 'Next card' : 'Explore freely');
  }
  await click('button', 'Keys', 'Keys are on');
  await click('button', 'Close');
  await click('button', 'Link', 'Look closer at');
  await click('button', 'Copy link');
  await click('button', 'Close');
  await click('button', 'Present', 'Leave');
  await click('button', 'Leave', 'Present');
  for (const link of ['#sead=1', '#card=99']) {
    await page.evaluate((link) => {
      location.hash = link;
    }, link);
    // The run has been reset.
    await shows(page, '800 hidden nodes');
    await look(link);
  }
  await click('button', 'Dismiss');
  await click('button', 'Reset', 'Press Train');
}

const site = siteForTests({ records: 5000 });
// Chrome and Edge translate so; what Lit does then is the same in all engines.
const browser = browserForTests('chromium');

inChromium('a page that is being translated goes on showing what changes', async () => {
  const page = await browser.openPage(site.url + SHORT);
  await ready(page);
  await page.evaluate(translate);
  await tour(page);
  assert.ok((await page.evaluate(() => document.querySelectorAll('font').length)) > 100);
  assert.deepEqual(await page.problems(), []);
});
