/**
 * The two files of records.
 *
 * @typedef {import('../../glassbox.js').Kind} Kind
 * @typedef {import('../../shared/file-progress.js').FileProgress} FileProgress
 * @typedef {import('../../worker/csv-stream.js').Source} Source
 *
 * @typedef {object} Files
 * @property {FileProgress | null} loaded the last complete file, whose records are in use
 * @property {FileProgress | null} latest the latest file, in whatever state
 * @property {Source | null} source of the latest file, for retrying; null: none yet
 *
 * @typedef {Record<Kind, Files>} Records
 */

/** @param {Source | null} source @returns {Files} */
const noFiles = (source = null) => ({ loaded: null, latest: null, source });

/** @returns {Records} */
export const initialRecords = () => ({ train: noFiles(), test: noFiles() });

/**
 * The state after a restart of the worker: the sources of the files stay.
 *
 * @param {Records} records
 * @returns {Records}
 */
export const restartedRecords = ({ train, test }) => ({
  train: noFiles(train.source),
  test: noFiles(test.source),
});

/** @param {Records} records @param {import('../../worker/messages.js').FileMessage} message */
export function takeFile(records, { about, kind, ...file }) {
  records[kind].latest = file;
  if (file.state === 'loaded') records[kind].loaded = file;
}
