import { blobOf } from '../shared/bytes-file.js';
import { codedError } from '../shared/errors.js';

/** Bytes: more than any network has, and than a worker should take for what is none. */
const SIZE_MAX = 2 ** 28;

/**
 * Reads a network from a file of the visitor's.
 *
 * @param {import('../glassbox.js').Glassbox} glassbox
 * @param {string} name of the file
 * @param {Blob} file an .npz
 */
export async function readNetwork(glassbox, name, file) {
  const blob = blobOf(file);
  if (blob.size > SIZE_MAX) throw codedError(Error, 'npz-too-large', { file: name });
  const bytes = await blob.arrayBuffer().catch(() => {
    throw codedError(Error, 'file-unreadable');
  });
  return glassbox.open(new Uint8Array(bytes));
}
