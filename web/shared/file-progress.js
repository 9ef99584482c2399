/**
 * The progress of loading a CSV file.
 *
 * @typedef {object} FileProgress
 * @property {string} name
 * @property {'arriving' | 'loaded' | 'failed'} state
 * @property {number} bytes so far, as sent
 * @property {number | null} total bytes, where known
 * @property {number} records so far
 * @property {import('./error-data.js').ErrorData | null} error what went wrong
 */

/**
 * A file of which nothing has arrived yet.
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
