import { ERROR_TEXTS } from './error-texts.js';

/**
 * Errors that carry what they are about as data: a code and its parameters, so that others can tell them
 * apart, pass them on and word them anew. Their message is the sentence that error-texts.js has for them.
 *
 * @typedef {keyof typeof ERROR_TEXTS} ErrorCode
 */

/**
 * @template {ErrorCode} Code
 * @template {Error} Kind
 * @param {new (message: string) => Kind} ErrorClass
 * @param {Code} code
 * @param {Parameters<(typeof ERROR_TEXTS)[Code]>} parameters plain data, none or one object
 * @returns {Kind & { code: Code, parameters: object }}
 */
export function codedError(ErrorClass, code, ...parameters) {
  const error = new ErrorClass(errorText(code, ...parameters));
  return Object.assign(error, { code, parameters: parameters[0] ?? {} });
}

/**
 * The sentence for an error.
 *
 * @template {ErrorCode} Code
 * @param {Code} code
 * @param {Parameters<(typeof ERROR_TEXTS)[Code]>} parameters
 * @returns {string}
 */
export function errorText(code, ...parameters) {
  const text = /** @type {(...parameters: unknown[]) => string} */ (ERROR_TEXTS[code]);
  return text(...parameters);
}
