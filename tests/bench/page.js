// What only a visitor's page can tell: how soon it answers, and how soon it has learnt.

import { draw, ready, SEVEN } from '../page/visitor.js';
import { median } from './measure.js';

/** @typedef {Awaited<ReturnType<typeof import('../browser/engines.js').openBrowser>>} Browser */

/**
 * Milliseconds from opening the page until its first stroke is answered.
 *
 * @param {Browser} browser
 * @param {string} url
 */
export async function firstAnswer(browser, url) {
  const page = await browser.openPage(url);
  await ready(page);
  await draw(page, SEVEN);
  return page.until(
    () =>
      /^\d$/.test(document.querySelector('[aria-label="Prediction"]')?.textContent ?? '') &&
      performance.now(),
    { what: 'the first answer' },
  );
}

/**
 * Seconds from pressing Train until the page shows each accuracy, and at the end of the run.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {string} recipe
 * @param {number[]} percents
 * @returns {Promise<Record<string, number | null>>} null: not reached
 */
export async function secondsToAccuracy(browser, url, recipe, percents) {
  const page = await browser.openPage(`${url}#recipe=${recipe}`);
  await ready(page);
  return page.evaluate((percents) => {
    /** @param {string} name */
    const text = (name) => document.querySelector(`[aria-label="${name}"]`)?.textContent ?? '';
    const train = /** @type {HTMLButtonElement} */ (document.querySelector('button.main'));
    train.click();
    const start = performance.now();
    /** @type {Record<string, number | null>} */
    const reached = Object.fromEntries(percents.map((percent) => [`${percent} %`, null]));
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        const seconds = (performance.now() - start) / 1000;
        for (const percent of percents) {
          if (Number.parseFloat(text('Accuracy')) >= percent) reached[`${percent} %`] ??= seconds;
        }
        if (!document.querySelector('.status')?.textContent?.startsWith('Trained.')) return;
        clearInterval(timer);
        resolve({ ...reached, 'the end': seconds });
      }, 10);
    });
  }, percents);
}

/**
 * Milliseconds from a move of the pen until its answer is on the screen, while training runs.
 *
 * @param {Browser} browser
 * @param {string} url
 */
export async function drawingLatency(browser, url) {
  const page = await browser.openPage(`${url}#recipe=notebook&epochs=1000`);
  await ready(page);
  await page.click('button', 'Train');
  await page.until(() => document.querySelector('[aria-label="Accuracy"]')?.textContent?.includes('%'), {
    what: 'a first score',
  });
  await page.evaluate(() => {
    const latencies = /** @type {number[]} */ ([]);
    Object.assign(globalThis, { latencies });
    /** Moves not answered yet, by how many points the drawing had then. */
    let waiting = /** @type {{ points: number, at: number }[]} */ ([]);
    let answered = 0;
    const count = (/** @type {number[][][]} */ strokes) =>
      strokes.reduce((points, stroke) => points + stroke.length, 0);
    document.querySelector('drawing-pad')?.addEventListener('strokes', (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      waiting.push({ points: count(detail), at: performance.now() });
    });
    // Which drawing an answer is about shows in the question, as Comlink sends it.
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (/** @type {any} */ question, /** @type {any} */ options) {
      if (question.path?.[0] === 'answer') {
        this.addEventListener('message', function take({ data }) {
          if (data.id !== question.id) return;
          this.removeEventListener('message', take);
          answered = count(question.argumentList[0].value);
        });
      }
      postMessage.call(this, question, options);
    };
    // What the network sees is drawn along with its answer.
    const { putImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.putImageData = function (/** @type {any[]} */ ...args) {
      putImageData.apply(this, /** @type {Parameters<typeof putImageData>} */ (args));
      if (this.canvas.getAttribute('aria-label') !== 'What the network sees') return;
      const now = performance.now();
      for (const { points, at } of waiting) if (points <= answered) latencies.push(now - at);
      waiting = waiting.filter(({ points }) => points > answered);
    };
  });
  const zigzag = Array.from({ length: 200 }, (_, i) => [0.2 + 0.003 * i, i % 2 ? 0.3 : 0.7]);
  await draw(page, [zigzag]);
  await page.click('button', 'Pause');
  const latencies = await page.evaluate(() => /** @type {any} */ (globalThis).latencies);
  latencies.sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
  const at = (/** @type {number} */ share) => latencies[Math.floor(share * (latencies.length - 1))];
  return { moves: latencies.length, p50: at(0.5), p99: at(0.99) };
}

/** A window that all of the page fits into, but for the settings. */
const ALL = { width: 1280, height: 2200 };
const ROUNDS = 9;
const ROUND = 2000;

/**
 * What it costs to show the training: steps a second at full speed with a drawing on the stage and the
 * hidden nodes' weights in view, as a share of what a bare trainer does in a worker of the same page. Both
 * take turns. And milliseconds between two frames meanwhile.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {number} hiddenNodes
 */
export async function watching(browser, url, hiddenNodes) {
  const page = await browser.openPage(`${url}#recipe=notebook&epochs=1000&hiddenNodes=${hiddenNodes}`, ALL);
  await ready(page);
  await draw(page, [SEVEN[0]]);
  await page.click('button', 'Train');
  await page.until(() => document.querySelector('[aria-label="Accuracy"]')?.textContent?.includes('%'), {
    what: 'a first score',
    timeout: 60_000,
  });
  await page.until(() => document.body.textContent?.includes('60,000 records'), {
    what: 'all records',
    timeout: 60_000,
  });
  await page.evaluate(async (hiddenNodes) => {
    const response = await fetch('data/mnist_train.csv.gz');
    const unpacked = /** @type {ReadableStream} */ (response.body).pipeThrough(
      new DecompressionStream('gzip'),
    );
    const csv = new Uint8Array(await new Response(unpacked).arrayBuffer());
    const bare = new Worker(new URL('tests/bench/trainer-worker.js', document.baseURI), { type: 'module' });
    const ask = (/** @type {unknown} */ question) =>
      new Promise((resolve) => {
        bare.onmessage = ({ data }) => resolve(data);
        bare.postMessage(question);
      });
    await ask({ csv, settings: { recipe: 'notebook', epochs: 1000, hiddenNodes } });
    Object.assign(globalThis, { ask });
  }, hiddenNodes);

  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.click('button', 'Pause');
    const bare = await page.evaluate(
      (milliseconds) => /** @type {any} */ (globalThis).ask({ milliseconds }),
      ROUND,
    );
    await page.click('button', 'Train');
    const shown = await page.evaluate(async (milliseconds) => {
      const terms = [...document.querySelectorAll('dt')];
      const fact = terms.find((term) => term.textContent === 'Records shown')?.nextElementSibling;
      /** The next change of the number of records: when, and to what. */
      const change = () =>
        new Promise((resolve) => {
          new MutationObserver((_, observer) => {
            observer.disconnect();
            resolve([performance.now(), Number(fact?.textContent?.replaceAll(',', ''))]);
          }).observe(/** @type {Element} */ (fact), { characterData: true, childList: true, subtree: true });
        });
      const frames = /** @type {number[]} */ ([]);
      let counting = true;
      requestAnimationFrame(function count(now) {
        frames.push(now);
        if (counting) requestAnimationFrame(count);
      });
      const [start, before] = await change();
      let [end, after] = [start, before];
      while (end - start < milliseconds) [end, after] = await change();
      counting = false;
      return {
        stepsPerSecond: ((after - before) * 1000) / (end - start),
        frames: frames.slice(1).map((at, i) => at - frames[i]),
      };
    }, ROUND);
    rounds.push({ bare, ...shown });
  }
  const frames = rounds.flatMap((round) => round.frames).sort((a, b) => a - b);
  return {
    share: median(rounds.map(({ bare, stepsPerSecond }) => stepsPerSecond / bare)),
    frames: { p50: frames[Math.floor(frames.length / 2)], p95: frames[Math.floor(0.95 * frames.length)] },
  };
}

/**
 * Milliseconds from moving the rewind slider by one moment until all of the page is as it was then, over
 * all moments of a run: what the network imagines, the answer to the drawing, the nodes' weights.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {number} hiddenNodes
 */
export async function rewinding(browser, url, hiddenNodes) {
  const page = await browser.openPage(`${url}#recipe=quick&hiddenNodes=${hiddenNodes}&epochs=1`, ALL);
  await ready(page);
  await draw(page, [SEVEN[0]]);
  await page.click('button', 'Train');
  await page.until(() => document.querySelector('.status')?.textContent?.startsWith('Trained.'), {
    what: 'a trained network',
    timeout: 60_000,
  });
  const times = await page.evaluate(async () => {
    const slider = /** @type {HTMLInputElement} */ (document.querySelector('#rewind'));
    const grid = /** @type {HTMLCanvasElement} */ (document.querySelector('.weight-grid canvas'));
    /** What has been painted since the slider moved. */
    const painted = new Set();
    const { putImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.putImageData = function (/** @type {any[]} */ ...args) {
      putImageData.apply(this, /** @type {Parameters<typeof putImageData>} */ (args));
      painted.add(this.canvas);
    };
    const imagined = document.querySelector('[aria-label="What the network imagines for 9"]');
    const lights = document.querySelector('.lights');
    const { fill } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fill = function (/** @type {any[]} */ ...args) {
      fill.apply(this, /** @type {any} */ (args));
      painted.add(this.canvas);
    };
    const times = [];
    for (let stop = Number(slider.max) - 1; stop >= 0; stop--) {
      painted.clear();
      const start = performance.now();
      slider.value = String(stop);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      while (![grid, imagined, lights].every((canvas) => painted.has(canvas))) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      times.push(performance.now() - start);
    }
    return times;
  });
  times.sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
  return { moments: times.length, p50: times[Math.floor(times.length / 2)], most: times.at(-1) };
}
