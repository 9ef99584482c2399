import { errorSentence } from '../shared/error-data.js';

/**
 * The page's sentences about problems.
 *
 * @typedef {import('../shared/error-data.js').ErrorData} ErrorData
 */

/** @param {ErrorData} error */
export const networkMissing = (error) => `The trained network did not come: ${errorSentence(error)}`;

/** @param {string} name of the file @param {ErrorData} error */
export const fileFailed = (name, error) => `${name}: ${errorSentence(error)}`;

/** @param {ErrorData} error */
export const workerStopped = (error) => `The network stopped working: ${errorSentence(error)}`;
