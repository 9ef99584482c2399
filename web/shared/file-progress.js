/**
 * The progress of loading a CSV file.
 *
 * @typedef {object} FileProgress
 * @property {string} name
 * @property {'arriving' | 'loaded' | 'failed'} state
 * @property {number} bytes so far, before unpacking
 * @property {number | null} total bytes, if known
 * @property {number} records so far
 * @property {import('./error-data.js').ErrorData | null} error what went wrong
 */

/**
 * A file that has not started to arrive.
 *
 * @param {string} name
 * @returns {FileProgress}
 */
export const newFile = (name) => ({
  name,
  state: 'arriving',
  bytes: 0,
  total: null,
  records: 0,
  error: null,
});
