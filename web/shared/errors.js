import { ERROR_TEXTS } from './error-texts.js';

/**
 * Errors with a code and parameters, so that callers can tell them apart, pass them on and translate them. Their
 * messages come from error-texts.js.
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
