/**
 * The progress of loading a file of records.
 *
 * @typedef {object} FileProgress
 * @property {string} name
 * @property {'mnist' | 'own'} origin own: it is the visitor's
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
 * @param {FileProgress['origin']} origin
 * @returns {FileProgress}
 */
export const newFile = (name, origin) => ({
  name,
  origin,
  state: 'arriving',
  bytes: 0,
  total: null,
  records: 0,
  error: null,
});

/**
 * The files that have been asked for and have not been loaded, by origin.
 *
 * @typedef {Record<FileProgress['origin'], FileProgress | null>} Awaited
 */

/** @param {Awaited} files @returns {boolean} whether one is arriving */
export const isArriving = (files) => arriving(files) !== null;

/** @param {Awaited} files @returns {FileProgress | null} the one that is arriving */
export const arriving = ({ mnist, own }) => [own, mnist].find((file) => file?.state === 'arriving') ?? null;

/** @param {Awaited} files @returns {boolean} whether none is arriving, and one has failed */
export const hasFailed = (files) =>
  !isArriving(files) && (files.mnist?.state === 'failed' || files.own?.state === 'failed');
