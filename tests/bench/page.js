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
 * @param {number} [pointed] milliseconds for which the pointer has been on Train; default: it was not there
 * @returns {Promise<Record<string, number | null>>} null: not reached
 */
export async function secondsToAccuracy(browser, url, recipe, percents, pointed) {
  const page = await browser.openPage(`${url}#recipe=${recipe}`);
  await ready(page);
  return page.evaluate(
    async (percents, pointed) => {
      /** @param {string} name */
      const text = (name) => document.querySelector(`[aria-label="${name}"]`)?.textContent ?? '';
      const train = /** @type {HTMLButtonElement} */ (document.querySelector('button.main'));
      if (pointed) {
        train.dispatchEvent(new PointerEvent('pointerenter'));
        await new Promise((resolve) => setTimeout(resolve, pointed));
      }
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
    },
    percents,
    pointed ?? 0,
  );
}

/**
 * Seconds that one core takes for all that must be done before the end of the first epoch of `quick`, one thing after
 * another, in a worker of the same browser.
 *
 * @param {Browser} browser
 * @param {string} url
 * @returns {Promise<{ unpack: number, parse: number, epoch: number }>}
 */
async function secondsAlone(browser, url) {
  // By a link: without one, the page would bring the run back that it has kept, meanwhile.
  const page = await browser.openPage(`${url}#recipe=quick`);
  await ready(page);
  return page.evaluate(async () => {
    const packed = await (await fetch('data/mnist_train.csv.gz')).arrayBuffer();
    const alone = new Worker(new URL('tests/bench/alone-worker.js', document.baseURI), { type: 'module' });
    return new Promise((resolve) => {
      alone.onmessage = ({ data }) => {
        alone.terminate();
        resolve(data);
      };
      alone.postMessage({ packed });
    });
  });
}

/** Milliseconds: a hand is on a button before it presses. */
const POINTED = 200;

/**
 * How soon `quick` reaches some accuracies from nothing: seconds, and the ratio to what one core takes alone, which holds
 * on any machine. Medians of some rounds, in which all take turns.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {number[]} percents
 * @param {number} count of rounds
 * @returns pointed: with the pointer on Train a moment before it is pressed
 */
export async function sooner(browser, url, percents, count) {
  /** @type {Record<'alone', number[]> & Record<'reached' | 'pointed', Record<string, number | null>[]>} */
  const rounds = { alone: [], reached: [], pointed: [] };
  for (let round = 0; round < count; round++) {
    const { unpack, parse, epoch } = await secondsAlone(browser, url);
    rounds.alone.push(unpack + parse + epoch);
    rounds.reached.push(await secondsToAccuracy(browser, url, 'quick', percents));
    rounds.pointed.push(await secondsToAccuracy(browser, url, 'quick', percents, POINTED));
  }
  /** @param {Record<string, number | null>[]} reached */
  const medians = (reached) =>
    Object.fromEntries(
      percents.map((percent) => {
        const seconds = reached.map((each) => each[`${percent} %`] ?? Number.POSITIVE_INFINITY);
        const ratio = median(seconds.map((each, i) => each / rounds.alone[i]));
        return [percent, { seconds: median(seconds), ratio }];
      }),
    );
  return { alone: median(rounds.alone), reached: medians(rounds.reached), pointed: medians(rounds.pointed) };
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
    const count = (/** @type {ArrayLike<unknown>[]} */ strokes) =>
      strokes.reduce((sum, { length }) => sum + length, 0);
    document.querySelector('drawing-pad')?.addEventListener('strokes', (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      waiting.push({ points: count(detail), at: performance.now() });
    });
    // Which drawing an answer is about shows in the question, as Comlink sends it.
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (/** @type {any} */ question, /** @type {any} */ options) {
      if (question.path?.at(-1) === 'answer') {
        this.addEventListener('message', function take({ data }) {
          if (data.id !== question.id) return;
          this.removeEventListener('message', take);
          // Packed: two numbers to a point.
          answered = count(question.argumentList.at(-1).value.strokes) / 2;
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
  if (latencies.length === 0) throw new Error('no answer to a move of the pen was seen');
  latencies.sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
  const at = (/** @type {number} */ share) => latencies[Math.floor(share * (latencies.length - 1))];
  return { moves: latencies.length, p50: at(0.5), p99: at(0.99) };
}
