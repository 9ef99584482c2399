import { codedError } from '../../shared/errors.js';
import { FileError } from './file-error.js';

/** @typedef {import('./find-record-files.js').RecordFile} RecordFile */

/**
 * Decides which file is for training and which for testing.
 *
 * @param {RecordFile[]} files at least one
 * @param {'train' | 'test' | null} kind where the visitor put them; null: beside the two fields
 * @returns {Partial<Record<'train' | 'test', RecordFile>>}
 * @throws {FileError} if that can't be told
 */
export function assignKinds(files, kind) {
  if (files.length === 1) {
    const [file] = files;
    const only = kind ?? file.kind;
    if (only === null) throw codedError(FileError, 'file-of-unknown-set');
    return { [only]: file };
  }
  const train = files.filter((file) => file.kind === 'train');
  const test = files.filter((file) => file.kind === 'test');
  if (train.length === 1 && test.length === 1) return { train: train[0], test: test[0] };
  if (files.length === 2 && train.length + test.length === 1) {
    const [other] = files.filter((file) => file.kind === null);
    return train.length === 1 ? { train: train[0], test: other } : { train: other, test: test[0] };
  }
  throw codedError(FileError, 'files-of-unknown-sets');
}
