import { isArriving } from '../../shared/file-progress.js';

/**
 * What a page that embeds this one in an <iframe> is told, by postMessage. The messages are documented in README.md.
 *
 * @typedef {{ glassbox: 'ready' }
 *   | { glassbox: 'size', height: number }
 *   | { glassbox: 'answer', digits: (number | null)[], confidence: number[] }
 *   | { glassbox: 'trained', recipe: string, seed: number, step: number, accuracy: number | null }} EmbeddingMessage
 *   height: CSS pixels; digits: from left to right, none if nothing is drawn, null for what is no digit; confidence: 0 to
 *   1, of each; accuracy: on the test records, 0 to 1
 */

/**
 * Tells of changes in the state, each once.
 *
 * @param {(message: EmbeddingMessage) => void} post
 * @returns {(state: import('../../app/page-state.js').State) => void} to be called when the state has changed
 */
export function teller(post) {
  let told = '';
  let wasReady = false;
  let trainedStep = 0;

  return (state) => {
    if (state.ready && !wasReady) post({ glassbox: 'ready' });
    wasReady = state.ready;
    const answer = answerOf(state);
    if (answer && JSON.stringify(answer) !== told) {
      told = JSON.stringify(answer);
      post(answer);
    }
    const trained = trainedOf(state);
    if (trained && trained.step !== trainedStep) post(trained);
    trainedStep = trained?.step ?? 0;
  };
}

/** @param {import('../../app/page-state.js').State} state @returns {EmbeddingMessage | null} null: not known */
function answerOf({ ready, stage: { shown, strokes, answer, answered } }) {
  if (!ready || shown.about !== 'drawing') return null;
  if (strokes.length === 0) return { glassbox: 'answer', digits: [], confidence: [] };
  if (!answer || answered !== strokes) return null;
  const { predictions } = answer;
  return {
    glassbox: 'answer',
    digits: predictions.map(({ digit }) => digit),
    confidence: predictions.map(({ confidence }) => confidence),
  };
}

/** @param {import('../../app/page-state.js').State} state */
function trainedOf({ runs, runId, choice, records }) {
  const { done, step, scores } = runs[runId];
  const score = scores.findLast((each) => each.step === step);
  // The score comes a little later, if there are test records, or will be.
  if (!done || (!score && (records.test.loaded || isArriving(records.test)))) return null;
  const { recipe, settings } = choice;
  return /** @type {const} */ ({
    glassbox: 'trained',
    recipe,
    seed: settings.seed,
    step,
    accuracy: score?.accuracy ?? null,
  });
}

/**
 * Tells the page around this one of its state and its height. Nothing, if there is none.
 *
 * @returns {(state: import('../../app/page-state.js').State) => void} to be called when the state has changed
 */
export function tellParent() {
  if (window.parent === window) return () => {};
  // Whoever embeds the page may know: it is only what the page shows.
  const post = (/** @type {EmbeddingMessage} */ message) => window.parent.postMessage(message, '*');
  let height = 0;
  new ResizeObserver(() => {
    const now = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (now !== height) post({ glassbox: 'size', height: now });
    height = now;
  }).observe(document.documentElement);
  return teller(post);
}
