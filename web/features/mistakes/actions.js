import { worst } from '../../shared/evaluation.js';

/** @typedef {import('../../shared/evaluation.js').Cell} Cell */

/** How many records are listed. */
const LISTED = 60;

/** While the network learns: milliseconds between two evaluations, and what share of the time they may take. */
const PAUSE = 1000;
const SHARE = 0.04;

/**
 * Looking at how the network reads the test records.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {{ fetchMissing: (kind: 'test') => void }} run
 */
export function mistakesActions({ state, worker, show, said }, { fetchMissing }) {
  let asking = false;
  let changed = false;
  let due = 0;
  const early = () => state.run.active && performance.now() < due;

  /** Asks about all records, if anybody is looking. It is called at each change: while learning, often. */
  const evaluate = async () => {
    const { loaded, latest } = state.files.test;
    if (state.tab !== 'mistakes' || !state.ready) return;
    if (!latest) fetchMissing('test');
    if (!loaded || early()) return;
    changed = true;
    if (asking) return;
    asking = true;
    while (changed && !early()) {
      changed = false;
      const evaluation = await said(worker().questions.evaluateRecords());
      if (!evaluation) continue;
      due = performance.now() + Math.max(PAUSE, evaluation.milliseconds / SHARE);
      state.mistakes.evaluation = evaluation;
      await list();
    }
    asking = false;
  };

  /** Lists the worst of the chosen records. */
  const list = async () => {
    const { evaluation, cell } = state.mistakes;
    if (!evaluation) return;
    const indices = worst(evaluation, cell, LISTED);
    const pictures = await said(worker().questions.pictures(indices));
    const { mistakes } = state;
    if (!pictures || mistakes.evaluation !== evaluation || mistakes.cell !== cell) return;
    mistakes.listed = indices.map((index, i) => ({
      index,
      label: evaluation.labels[index],
      answer: evaluation.answers[index],
      pixels: pictures[i],
    }));
    show();
  };

  return {
    evaluate,

    /** @param {Cell | null} cell whose records to list; null: all that are misread */
    chooseCell(cell) {
      state.mistakes.cell = cell;
      show();
      list();
    },
  };
}
