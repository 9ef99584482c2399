import { explained, subject } from '../../app/page-state.js';
import { latestOnly } from '../../ui/latest.js';
import { EXAMPLES } from './examples.js';

/**
 * Drawing, choosing what the stage shows, and pointing at its parts.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function stageActions({ state, worker, show, said }) {
  let asked = 0;
  const askLatest = latestOnly(async (/** @type {number} */ question) => {
    const strokes = state.shown.about === 'drawing' ? state.strokes : null;
    const [answer, detail, saliency] = await Promise.all([
      said(worker().questions.answer(subject(state))),
      details(),
      state.tab === 'mistakes' ? said(worker().questions.saliency(subject(state))) : null,
    ]);
    state.answer = answer;
    state.answered = strokes;
    state.detail = detail;
    state.mistakes.saliency = saliency;
    state.asking = question < asked;
    show();
  });
  const ask = () => {
    if (!state.ready) return;
    state.asking = true;
    askLatest(++asked);
  };

  /** The weights of the part that is explained, where it has some of its own. */
  const details = async () => {
    const part = explained(state);
    if (part?.kind !== 'node' && part?.kind !== 'pixel') return null;
    const weights = await said(worker().questions[part.kind](part.index));
    return weights && { ...part, weights };
  };

  /** @param {import('../../app/page-state.js').Shown} shown */
  const put = (shown) => {
    state.shown = shown;
    show();
    ask();
  };

  /** @param {number[][][]} strokes */
  const draw = (strokes) => {
    state.strokes = strokes;
    put({ about: 'drawing' });
  };

  /** @param {import('../../app/page-state.js').Part | null} before */
  const explain = (before) => {
    const now = explained(state);
    show();
    if (now?.kind !== before?.kind || now?.index !== before?.index) ask();
  };

  /** @param {import('../../app/page-state.js').Part | null} part to go on explaining; null or the same again: none */
  const pin = (part) => {
    const before = explained(state);
    const again = part?.kind === state.pinned?.kind && part?.index === state.pinned?.index;
    state.pinned = again ? null : part;
    explain(before);
  };

  let example = 0;

  return {
    ask,
    draw,
    /** Draws the next of some digits, for those who would rather watch. */
    drawExample: () => draw(EXAMPLES[example++ % EXAMPLES.length]),

    /** @param {boolean} on */
    prepare(on) {
      state.prepared = on;
      show();
      ask();
    },

    put,

    /** @param {import('../../app/page-state.js').Part | null} part under the visitor's finger, or none */
    point(part) {
      const before = explained(state);
      state.pointed = part;
      explain(before);
    },
    pin,
    unpin: () => pin(null),
  };
}
