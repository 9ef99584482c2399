import { codedError } from '../../shared/errors.js';

/** @typedef {typeof import('../../shared/error-texts.js').ERROR_TEXTS} Texts */

/** Why a file can't be read. Its parameter `file` is the name of the file, which may lie in a zip. */
export class FileError extends Error {
  name = 'FileError';
}

/**
 * @template {keyof Texts} Code
 * @param {string} file
 * @param {Code} code
 * @param {Parameters<Texts[Code]>} parameters as for codedError
 */
export function fileError(file, code, ...parameters) {
  const error = codedError(FileError, code, ...parameters);
  error.parameters = { ...error.parameters, file };
  return error;
}
