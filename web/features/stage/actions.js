import { latestOnly } from '../../ui/latest.js';
import { EXAMPLES } from './examples.js';
import { changeDrawing, explained, subject, undoChange } from './state.js';

/** @typedef {import('./state.js').Part} Part */

/**
 * Drawing, choosing what the stage shows, and pointing at its parts.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {(subject: import('../../worker/picture.js').Subject) => Promise<() => void>} askAlso asks a further question
 *   about the subject; the function that it returns puts the reply into the state together with the answer
 */
export function stageActions(context, askAlso) {
  const { state, worker, show, attempt } = context;
  const askLatest = latestOnly(async (_, isLatest) => {
    const { shown, strokes } = state.stage;
    const asked = subject(state);
    const [answer, detail, takeAlso] = await Promise.all([
      attempt(worker().stage.answer(state.runId, asked)),
      askDetail(context),
      askAlso(asked),
    ]);
    const answered = shown.about === 'drawing' ? strokes : null;
    Object.assign(state.stage, { answer, answered, detail, asking: !isLatest() });
    takeAlso();
    show();
  });
  const ask = () => {
    if (!state.ready) return;
    state.stage.asking = true;
    askLatest();
  };

  /** @param {import('./state.js').Shown} shown */
  const put = (shown) => {
    state.stage.shown = shown;
    show();
    ask();
  };

  /** @param {number[][][]} strokes */
  const draw = (strokes) => {
    changeDrawing(state.stage, strokes);
    put({ about: 'drawing' });
  };

  return {
    ...pointingActions(context, ask),
    ask,
    draw,
    put,

    /** The eraser has removed more strokes, in the pass whose first removal was drawn. @param {number[][][]} strokes */
    eraseOn(strokes) {
      state.stage.strokes = strokes;
      put({ about: 'drawing' });
    },

    /** Undoes the last change of the drawing. */
    undo() {
      if (undoChange(state.stage)) put({ about: 'drawing' });
    },

    /** Draws an example digit. @param {number} [index] default: the next one */
    drawExample: (index = state.stage.examples++) => draw(EXAMPLES[index % EXAMPLES.length]),

    /** @param {number} digit of the drawing that the stage is to show, from the left */
    chooseDigit(digit) {
      state.stage.digit = digit;
      show();
      ask();
    },

    /** @param {boolean} on */
    prepare(on) {
      state.stage.prepared = on;
      show();
      ask();
    },
  };
}

/**
 * Pointing at a part of the stage, or pinning it, to have it explained.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {() => void} ask asks for the weights that the explanation needs
 */
function pointingActions({ state, show }, ask) {
  /** @param {Partial<Pick<import('./state.js').Stage, 'pointed' | 'pinned'>>} change */
  const explain = (change) => {
    const before = explained(state);
    Object.assign(state.stage, change);
    const now = explained(state);
    show();
    if (!isSame(now, before)) ask();
  };

  return {
    /** @param {Part | null} pointed the part under the pointer */
    point: (pointed) => explain({ pointed }),
    /** @param {Part | null} part to pin; null or the pinned part: unpins */
    pin(part) {
      const { pointed, pinned } = state.stage;
      // Another one was pointed at before the page moved under the pointer.
      const stillPointed = isSame(part, pointed) ? pointed : null;
      explain({ pointed: stillPointed, pinned: isSame(part, pinned) ? null : part });
    },
    unpin: () => explain({ pinned: null }),
  };
}

/**
 * The weights of the explained part, if it is a node or a pixel.
 *
 * @param {import('../../app/context.js').Context} context
 */
async function askDetail({ state, worker, attempt }) {
  const part = explained(state);
  if (part?.kind !== 'node' && part?.kind !== 'pixel') return null;
  const weights = await attempt(worker().stage[part.kind](state.runId, part.index));
  return weights && { ...part, weights };
}

/** @param {Part | null} one @param {Part | null} other */
const isSame = (one, other) => one?.kind === other?.kind && one?.index === other?.index;
