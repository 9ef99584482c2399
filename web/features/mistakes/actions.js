import { pauseAfter, worst } from '../../shared/evaluation.js';
import { hasFailed } from '../../shared/file-progress.js';
import { close, isOpen } from '../../shared/throttle.js';
import { latestOnly } from '../../ui/latest.js';

/** @typedef {import('../../shared/evaluation.js').Cell} Cell */

/** The number of records listed. */
const LISTED = 60;

/**
 * Evaluating the network on the test records, and explaining what it reads.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {{ fetchMissing: (kind: 'test') => void }} records
 */
export function mistakesActions(context, { fetchMissing }) {
  const { state, worker, show, attempt } = context;
  const isEarly = () => state.runs[state.runId].active && !isOpen(state.mistakes.throttle);

  const evaluateRecords = () => attempt(worker().mistakes.evaluateRecords(state.runId));

  const evaluateLatest = latestOnly(async () => {
    if (isEarly()) return;
    const evaluation = await evaluateRecords();
    if (!evaluation) return;
    close(state.mistakes.throttle, pauseAfter(evaluation.milliseconds));
    state.mistakes.evaluation = evaluation;
    await list(context);
  });

  return {
    evaluateRecords,

    /** Evaluates the network if the tab is open. Called often while the network learns. */
    evaluate() {
      const { test } = state.records;
      if (state.tab !== 'mistakes' || !state.ready) return;
      if (!hasFailed(test)) fetchMissing('test');
      if (test.loaded && !isEarly()) evaluateLatest();
    },

    /**
     * Asks for the saliency of a subject if the tab is open.
     *
     * @param {import('../../worker/picture.js').Subject} subject
     * @returns {Promise<() => void>} a function that puts it into the state
     */
    async askSaliency(subject) {
      const saliency =
        state.tab === 'mistakes' ? await attempt(worker().mistakes.saliency(state.runId, subject)) : null;
      return () => {
        state.mistakes.saliency = saliency;
      };
    },

    /** @param {number | null} output to which ‘Who spoke for it?’ leads; null: the visitor has come back */
    askWhoSpoke(output) {
      state.mistakes.asked = output;
    },

    /** @param {Cell | null} cell whose records to list; null: all misread records */
    chooseCell(cell) {
      state.mistakes.cell = cell;
      show();
      list(context);
    },
  };
}

/**
 * Lists the worst of the chosen records.
 *
 * @param {import('../../app/context.js').Context} context
 */
async function list({ state, worker, show, attempt }) {
  const { evaluation, cell } = state.mistakes;
  if (!evaluation) return;
  const indices = worst(evaluation, cell, LISTED);
  const pictures = await attempt(worker().mistakes.pictures(state.runId, indices));
  const { mistakes } = state;
  if (!pictures || mistakes.evaluation !== evaluation || mistakes.cell !== cell) return;
  mistakes.listed = indices.map((index, i) => ({
    index,
    label: evaluation.labels[index],
    answer: evaluation.answers[index],
    pixels: pictures[i],
  }));
  show();
}
