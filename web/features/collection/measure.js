import { pauseAfter } from '../../shared/evaluation.js';
import { close, isOpen } from '../../shared/throttle.js';
import { latestOnly } from '../../ui/latest.js';

/**
 * How well the network that answers reads the class's records, beside MNIST's.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {Pick<Parameters<typeof import('./actions.js').collectionActions>[1], 'fetchMissing' | 'evaluateRecords'>} page
 */
export function measureActions({ state, worker, show, attempt }, { fetchMissing, evaluateRecords }) {
  const isEarly = () => state.runs[state.runId].active && !isOpen(state.collection.throttle);

  const measureLatest = latestOnly(async () => {
    const { collection } = state;
    const { records } = collection;
    if (isEarly()) return;
    const sent = records.map(({ label, pixels }) => ({ label, pixels }));
    const read = records.length > 0 ? await attempt(worker().collection.answers(state.runId, sent)) : null;
    const test = state.records.test.loaded;
    const evaluation = read && test && !test.own ? await evaluateRecords() : null;
    const spent = (read?.milliseconds ?? 0) + (evaluation?.milliseconds ?? 0);
    close(collection.throttle, pauseAfter(spent));
    collection.result = read && {
      records,
      answers: read.answers,
      network: read.network,
      mnist: evaluation && score(evaluation),
    };
    show();
  });

  const measureAnew = () => {
    if (state.collection.measuring && state.ready) measureLatest();
  };

  return {
    /** Measures again if it was asked for: the network or the records have changed. */
    measureAnew,

    measureCollected() {
      state.collection.measuring = true;
      fetchMissing('test');
      measureAnew();
    },
  };
}

/** @param {import('../../shared/evaluation.js').Evaluation} evaluation */
const score = ({ labels, answers, network }) => ({
  correct: labels.reduce((sum, label, i) => sum + Number(label === answers[i]), 0),
  total: labels.length,
  network,
});
