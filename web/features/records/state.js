/**
 * The two sets of records: what is in use, and what is on its way.
 *
 * @typedef {import('../../glassbox.js').Kind} Kind
 * @typedef {import('../../shared/file-progress.js').FileProgress} FileProgress
 * @typedef {import('../../worker/files/find-record-files.js').Source} Source
 * @typedef {Omit<import('../../worker/messages.js').SetMessage, 'about' | 'kind'>} LoadedSet
 *
 * @typedef {object} Files
 * @property {LoadedSet | null} loaded the complete set in use
 * @property {FileProgress | null} mnist MNIST's file while it arrives, or why it did not; null: it has arrived, or was
 *   not asked for
 * @property {FileProgress | null} own the visitor's latest file, likewise
 *
 * @typedef {object} Own the visitor's files, to be loaded again
 * @property {Source[]} sources
 * @property {Kind | null} place where they were put
 * @property {Kind[]} kinds the sets that came of them
 * @property {import('../../worker/loader.js').Before['heldOut']} [heldOut] whether test records were held out of them
 * @property {import('../../worker/loader.js').Before['corrections']} [corrections] that put them right
 *
 * @typedef {object} Records
 * @property {Files} train
 * @property {Files} test
 * @property {boolean} holdOut whether test records are held out of the visitor's training file
 * @property {Own[]} own what the sets in use came from
 * @property {number} pending how many times the visitor's files are being loaded
 * @property {boolean} wantsTest whether test records are to be fetched then, if these files bring none
 * @property {boolean} ahead whether MNIST's files were asked for ahead: if they can't be had, nobody misses them yet
 */

/** @returns {Files} */
const noFiles = () => ({ loaded: null, mnist: null, own: null });

/** @returns {Records} */
export const initialRecords = () => ({
  train: noFiles(),
  test: noFiles(),
  holdOut: true,
  own: [],
  pending: 0,
  wantsTest: false,
  ahead: false,
});

/**
 * The state after a restart of the worker, which has forgotten the records: the visitor's files can be loaded again.
 *
 * @param {Records} records
 * @returns {Records}
 */
export const restartedRecords = ({ holdOut, own }) => ({ ...initialRecords(), holdOut, own });

/**
 * Whether a file is missing that nobody misses yet, because it was asked for ahead.
 *
 * @param {Records} records
 * @param {FileProgress} file
 */
export const failedAhead = ({ ahead }, { state, origin }) =>
  ahead && origin === 'mnist' && state === 'failed';

/** @param {Records} records @param {import('../../worker/messages.js').FileMessage} message */
export function takeFile(records, { about, kind, ...file }) {
  const isOver = file.state === 'loaded' || failedAhead(records, file);
  records[kind][file.origin] = isOver ? null : file;
}

/** @param {Records} records @param {import('../../worker/messages.js').SetMessage} message */
export function takeSet(records, { about, kind, ...set }) {
  records[kind].loaded = set;
  // What is in use now takes the place of an older file that was still arriving, or had failed.
  records[kind].mnist = null;
  if (set.own) records[kind].own = null;
  else if (records.own.some(({ kinds }) => kinds.includes(kind)))
    records.own = withoutKind(records.own, kind);
}

/** @param {Own[]} files @param {Kind} kind that they are no longer used for */
const withoutKind = (files, kind) =>
  files
    .map((own) => ({ ...own, kinds: own.kinds.filter((each) => each !== kind) }))
    .filter(({ kinds }) => kinds.length > 0);
