/** @typedef {import('../../glassbox.js').Kind} Kind */

/** The MNIST files on the server. In the built page, their names change with their content. */
const ADDRESSES = {
  train: new URL('../../../data/mnist_train.csv.gz', import.meta.url),
  test: new URL('../../../data/mnist_test.csv.gz', import.meta.url),
};

/** @param {Kind} kind @returns {{ name: string, url: string }} */
export const mnistSource = (kind) => ({ name: `mnist_${kind}.csv.gz`, url: ADDRESSES[kind].href });
