import { ERROR_TEXTS } from './error-texts.js';
import { errorText } from './errors.js';
import { USAGE_TEXTS } from './usage-texts.js';

/**
 * An error as plain data for another thread: its code and parameters (errors.js).
 *
 * @typedef {{ code: import('./errors.js').ErrorCode, parameters: any }} ErrorData
 */

/** @param {unknown} error that was thrown @returns {ErrorData} */
export function errorData(error) {
  const { code, parameters } = /** @type {Partial<ErrorData>} */ (Object(error));
  // Browsers' and Node's own errors may have codes, too.
  if (typeof code === 'string' && Object.hasOwn(ERROR_TEXTS, code)) return { code, parameters };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected-error', parameters: { message } };
}

/** @param {ErrorData} data @returns {string} the sentence for visitors */
export function errorSentence({ code, parameters }) {
  const reason = errorText(code, parameters);
  if (Object.hasOwn(USAGE_TEXTS, code)) return errorText('unexpected-error', { message: reason });
  // Errors in a CSV file have a row and a column, and all need the same advice, unless the file holds nothing.
  const hasPosition = code.startsWith('csv-') && code !== 'csv-no-records';
  return hasPosition ? errorText('csv-error-advised', { ...parameters, reason }) : reason;
}
