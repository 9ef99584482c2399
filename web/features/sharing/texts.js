import { msg } from '@lit/localize';

/**
 * Why those who train with the link get another network than the one on the page.
 *
 * @param {import('../../app/page-state.js').State} state
 * @returns {string} empty: they get the same
 */
export function difference({ records: { train, own }, runs, runId }) {
  if (train.loaded?.own ?? own.some(({ kinds }) => kinds.includes('train')))
    return msg(
      'It leaves out your own training records: those who train with it learn from MNIST, and get another network than yours.',
    );
  return runs[runId].learningRateChanged
    ? msg(
        'It leaves out that you changed the learning rate: those who train with it get another network than yours.',
      )
    : '';
}
