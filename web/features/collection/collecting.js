import { askedDigit } from './asked.js';
import { MOST, nextId } from './state.js';
import { full, kept } from './texts.js';

/** Milliseconds that the pen rests after a drawing, and hardly ever between two strokes of a digit. */
const REST = 700;
/** Strokes are kept in thousandths of the pad's side: less than a thirtieth of a pixel. */
const THOUSAND = 1000;

/**
 * Drawing the digits that are asked for, and keeping them.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {(made: Partial<import('./state.js').Change>) => void} apply
 */
export function collectingActions({ state, worker, show, attempt }, apply) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;

  const keepAsked = async () => {
    clearTimeout(resting);
    const { collection } = state;
    const { strokes, asked, person } = collection;
    if (!state.ready || strokes.length === 0) return;
    if (collection.records.length >= MOST) {
      collection.said = () => full();
      show();
      return;
    }
    collection.machine ||= Math.random().toString(36).slice(2, 6);
    const from = `${collection.machine}/${person}`;
    const label = askedDigit(asked);
    const rounded = strokes.map((stroke) =>
      stroke.map((point) => point.map((place) => Math.round(THOUSAND * place))),
    );
    // The next person need not wait for the worker.
    Object.assign(collection, { strokes: [], asked: asked + 1 });
    show();
    const pixels = await attempt(worker().collection.prepare(state.runId, rounded));
    if (!pixels) {
      collection.asked--;
      // The worker has ended; its successor may take the drawing.
      if (collection.strokes.length === 0) collection.strokes = strokes;
      show();
      return;
    }
    collection.said = () => kept(label);
    const record = { id: nextId(collection), label, from, strokes: rounded, pixels };
    apply({ added: [record], wasAsked: true });
  };

  /** @param {number[][][]} strokes */
  const drawAsked = (strokes) => {
    state.collection.strokes = strokes;
    show();
  };

  return {
    keepAsked,
    drawAsked,
    /** Takes back the last stroke. */
    takeBackAsked: () => drawAsked(state.collection.strokes.slice(0, -1)),

    /** The pen is on the pad: the drawing goes on. */
    penDown: () => clearTimeout(resting),

    /** The pen has left the pad. */
    penUp() {
      clearTimeout(resting);
      if (state.collection.keepsAtRest) resting = setTimeout(keepAsked, REST);
    },

    /** @param {boolean} keeps */
    keepAtRest(keeps) {
      clearTimeout(resting);
      state.collection.keepsAtRest = keeps;
      show();
    },
  };
}
