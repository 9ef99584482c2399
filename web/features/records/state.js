/**
 * The two files of records.
 *
 * @typedef {import('../../glassbox.js').Kind} Kind
 * @typedef {import('../../shared/file-progress.js').FileProgress} FileProgress
 * @typedef {import('../../worker/csv-stream.js').Source} Source
 *
 * @typedef {object} Files
 * @property {FileProgress | null} loaded the last one that was complete: its records are in use
 * @property {FileProgress | null} latest the last one that was asked for
 * @property {Source | null} source of that one, for another try; null: none was asked for
 *
 * @typedef {Record<Kind, Files>} Records
 */

/** @param {Source | null} source @returns {Files} */
const noFiles = (source = null) => ({ loaded: null, latest: null, source });

/** @returns {Records} */
export const initialRecords = () => ({ train: noFiles(), test: noFiles() });

/**
 * What a restart of the worker leaves: where the files came from.
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
