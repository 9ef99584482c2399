import { codedError } from '../../shared/errors.js';
import { FileError } from './file-error.js';

/** @typedef {Omit<import('./find-record-files.js').RecordFile, 'open'>} Found */

/**
 * Decides which file is for training and which for testing.
 *
 * @template {Found} F
 * @param {F[]} files at least one
 * @param {'train' | 'test' | null} kind where the visitor put them; null: beside the two fields
 * @returns {Partial<Record<'train' | 'test', F>>}
 * @throws {FileError} if that can't be told
 */
export function assignKinds(files, kind) {
  const different = files.filter((file) => !isCopy(file, files));
  if (different.length === 1) {
    const [file] = different;
    const only = kind ?? file.kind;
    if (only === null) throw codedError(FileError, 'file-of-unknown-set');
    return /** @type {Partial<Record<'train' | 'test', F>>} */ ({ [only]: file });
  }
  const train = different.filter((file) => file.kind === 'train');
  const test = different.filter((file) => file.kind === 'test');
  if (train.length === 1 && test.length === 1) return { train: train[0], test: test[0] };
  if (different.length === 2 && train.length + test.length === 1) {
    const [other] = different.filter((file) => file.kind === null);
    return train.length === 1 ? { train: train[0], test: other } : { train: other, test: test[0] };
  }
  throw codedError(FileError, 'files-of-unknown-sets');
}

/**
 * Whether a CSV file stands beside the original files of its set, as in the archive of Fashion-MNIST.
 *
 * @param {Found} file
 * @param {Found[]} files
 */
const isCopy = (file, files) =>
  file.format === 'csv' &&
  file.kind !== null &&
  files.some(({ kind, format }) => kind === file.kind && format === 'records');
