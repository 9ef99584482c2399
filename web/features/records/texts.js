import { msg } from '@lit/localize';

/** @typedef {import('../../glassbox.js').Kind} Kind */

/** @type {Record<Kind, Record<'label' | 'use' | 'loading', () => string>>} */
export const KIND_TEXTS = {
  train: {
    label: () => msg('Training records'),
    use: () => msg('The network learns from these.'),
    loading: () => msg('Loading training records'),
  },
  test: {
    label: () => msg('Test records'),
    use: () => msg('Accuracy is measured on these. The network must not learn from them.'),
    loading: () => msg('Loading test records'),
  },
};

/** What is odd about a set, and the button that puts it right. @type {Record<import('../../worker/oddities.js').OddityCode, { text: () => string, button: (() => string) | null }>} */
export const ODDITY_TEXTS = {
  'label-last': {
    text: () => msg('Every record has the same label, and the last column looks like labels.'),
    button: () => msg('Take the last column as the label'),
  },
  'one-label': {
    text: () =>
      msg('Every record has the same label, so there is nothing to tell apart. Choose another file.'),
    button: null,
  },
  faint: {
    text: () => msg('No pixel comes near 255, which is full ink, so the pictures look faint.'),
    button: () => msg('Make the strongest ink full'),
  },
  'light-ground': {
    text: () => msg('The pictures are dark on light. MNIST’s are light on dark.'),
    button: () => msg('Swap dark and light'),
  },
  turned: {
    text: () => msg('The pictures seem to lie on their side, or to be mirrored.'),
    button: () => msg('Turn them upright'),
  },
};

/**
 * What the accuracy means if the two sets come from different data.
 *
 * @param {import('./state.js').Records} records
 * @returns {string} empty: they belong together
 */
export function mixture({ train, test }) {
  if (!train.loaded || !test.loaded) return '';
  if (train.loaded.own && test.loaded.heldOut && !train.loaded.heldOut)
    return msg(
      'The test records were held out of another file. Accuracy shows how well the network reads that one.',
    );
  if (train.loaded.own === test.loaded.own) return '';
  return train.loaded.own
    ? msg(
        'The test records are MNIST’s, but the network learns from your file. Accuracy shows how well it reads MNIST.',
      )
    : msg('The network learns from MNIST. Accuracy shows how well it reads your records.');
}
