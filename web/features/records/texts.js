/** @typedef {import('../../glassbox.js').Kind} Kind */

/** @type {Record<Kind, { label: string, use: string, loading: string }>} */
export const KIND_TEXTS = {
  train: {
    label: 'Training records',
    use: 'The network learns from these.',
    loading: 'Loading training records',
  },
  test: {
    label: 'Test records',
    use: 'Accuracy is measured on these. The network never learns from them.',
    loading: 'Loading test records',
  },
};

/** What is odd about a set, and the button that puts it right. @type {Record<import('../../worker/oddities.js').OddityCode, { text: string, button: string | null }>} */
export const ODDITY_TEXTS = {
  'label-last': {
    text: 'Every label is 0, and the last column looks like labels.',
    button: 'Take the last column as the label',
  },
  'one-label': {
    text: 'Every record has the same label, so there is nothing to tell apart. Choose another file.',
    button: null,
  },
  faint: { text: 'No pixel is above 1, so the pictures look empty.', button: 'Make 1 full ink' },
  'light-ground': {
    text: 'The pictures are dark on light. MNIST’s are light on dark.',
    button: 'Swap dark and light',
  },
  turned: {
    text: 'The pictures seem to lie on their side, or to be mirrored.',
    button: 'Turn them upright',
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
    return 'The test records were held out of another file. Accuracy shows how well the network reads that one.';
  if (train.loaded.own === test.loaded.own) return '';
  return train.loaded.own
    ? 'The test records are MNIST’s, but the network learns from your file. Accuracy shows how well it reads MNIST.'
    : 'The network learns from MNIST. Accuracy shows how well it reads your records.';
}
