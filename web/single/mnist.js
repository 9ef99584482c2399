// Takes the place of features/records/mnist.js in the one file.

import { stored } from './unpack.js';

/** @param {import('../glassbox.js').Kind} kind @returns {import('../worker/files/find-record-files.js').Source} */
export function mnistSource(kind) {
  const name = `mnist_${kind}.csv.gz`;
  const bytes = stored(name);
  return bytes ? { name, file: bytes } : { name };
}
