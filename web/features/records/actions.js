import { msg, str } from '@lit/localize';
import { isArriving, newFile } from '../../shared/file-progress.js';
import { isSingleFile } from '../../ui/single-file.js';
import { mnistSource } from './mnist.js';

/** @typedef {import('./state.js').Kind} Kind */
/** @typedef {import('./state.js').Own} Own */

const KINDS = /** @type {const} */ (['train', 'test']);

/**
 * Loading the two sets of records.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function recordsActions(context) {
  const { state, worker, show, attempt, addProblem } = context;
  /** @param {Kind} kind */
  const loadMnist = (kind) => {
    const source = mnistSource(kind);
    // Set before the worker reports, so that a second click does not load the file again.
    Object.assign(state.records[kind], { mnist: newFile(source.name, 'mnist'), own: null });
    attempt(worker().records.loadMnist(kind, source));
  };
  /**
   * Loads records unless some are there or on their way: the visitor's own after a restart, else MNIST.
   *
   * @param {Kind} kind
   */
  function fetchMissing(kind) {
    const { records } = state;
    records.ahead = false;
    if (records[kind].loaded || isArriving(records[kind])) return;
    // Test records may be among the visitor's files, or be held out of them.
    if (kind === 'test' && records.pending > 0) {
      records.wantsTest = true;
      return;
    }
    // The run learned from files that have to be chosen again.
    const isAwaited = state.runs[state.runId].records === 'awaited';
    if (state.keeping.missing.length > 0 && isAwaited) return;
    if (!putBack(kind)) loadMnist(kind);
  }
  const { loadFiles, loadMade, loadTrainAgain, loadAsBefore, putBack } = ownFiles(context, {
    loadMnist,
    fetchMissing,
  });

  return {
    fetchMissing,
    /** Asks for MNIST when Train is about to be pressed, unless the visitor saves data. */
    fetchAhead() {
      const { ready, records } = state;
      const isUntouched = KINDS.every((kind) => Object.values(records[kind]).every((file) => file === null));
      const isMnistNext = isUntouched && records.own.length === 0;
      const { connection } = /** @type {{ connection?: { saveData: boolean } }} */ (navigator);
      if (!ready || !isMnistNext || connection?.saveData || isSingleFile()) return;
      for (const kind of KINDS) fetchMissing(kind);
      records.ahead = true;
    },
    loadMnist,
    /** The addresses of MNIST's files that are in use. */
    loadedMnist: () =>
      KINDS.filter((kind) => state.records[kind].loaded?.own === false).map((kind) => mnistSource(kind).url),
    useMnist() {
      const { records } = state;
      // Files that are arriving may turn out to be for either place.
      const isOwnComing = records.pending > 0;
      records.own = [];
      for (const kind of KINDS) if (isOwnComing || !isMnist(records[kind])) loadMnist(kind);
      show();
    },
    loadFiles,
    loadMade,
    loadAsBefore,
    /** Takes what has been dropped. @param {DataTransfer} dropped @param {Kind | null} place */
    dropFiles(dropped, place) {
      const folder = folderIn(dropped);
      if (folder)
        addProblem(() => msg(str`${folder.name} is a folder. Open it and drop the files in it here.`));
      // Of a dead worker, the page tells already.
      else if (!state.ready && !state.dead)
        addProblem(() => msg('The page is not ready yet. Wait a moment, then drop the files again.'));
      else if (isLink(dropped))
        addProblem(() => msg('This is a link, not a file. Save the file on this machine, and drop it here.'));
      else if (state.ready) loadFiles(dropped.files, place);
      show();
    },
    /** @param {boolean} holdOut */
    setHoldOut(holdOut) {
      const { records, ready } = state;
      records.holdOut = holdOut;
      // It holds for files, too, that are still to be loaded again.
      records.own = records.own.map(({ heldOut: _, ...own }) => own);
      if (ready && records.train.loaded?.own) loadTrainAgain();
      if (ready && !holdOut && records.test.loaded?.heldOut) loadMnist('test');
      show();
    },
    /** Puts right what is odd about a set. @param {Kind} kind */
    async correctRecords(kind) {
      const { records } = state;
      const { oddity, heldOut } = records[kind].loaded ?? {};
      if (oddity?.correction == null) return;
      if (!(await attempt(worker().records.correct(kind, oddity.correction)))) return;
      noteCorrection(records, heldOut ? 'train' : kind, oddity.correction);
      show();
    },
  };
}

/**
 * Loading the visitor's own files, and loading them again.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {Record<'loadMnist' | 'fetchMissing', (kind: Kind) => void>} actions
 */
function ownFiles({ state, worker, show, attempt }, { loadMnist, fetchMissing }) {
  /** @param {Omit<Own, 'kinds'>} files @param {boolean} [heldOut] as they were; default: as for new files */
  const loadOwn = async (files, heldOut) => {
    const { records } = state;
    const { sources, place, corrections } = files;
    const { holdOut } = records;
    records[place ?? 'train'].own = newFile(sources[0].name, 'own');
    records.pending++;
    const kinds = await attempt(worker().records.loadOwn(sources, place, holdOut, { heldOut, corrections }));
    // The worker may have been replaced meanwhile, and the state with it.
    if (records !== state.records) return;
    records.pending--;
    if (records.pending === 0) endArriving(records);
    if (kinds) {
      // Files that failed this time are not tried again.
      const others = records.own.filter(
        (own) => own !== files && !own.kinds.every((kind) => kinds.includes(kind)),
      );
      const isHeldOut = kinds.includes('train') && records.train.loaded?.heldOut === true;
      const own = { sources, place, kinds, heldOut: isHeldOut, corrections };
      records.own = kinds.length > 0 ? [...others, own] : others;
    }
    const { train, test } = records;
    // The visitor has decided otherwise meanwhile.
    if (records.holdOut !== holdOut && kinds?.includes('train')) loadTrainAgain();
    // Test records that were held out of another file may be among these training records.
    else if (train.loaded?.own && !train.loaded.heldOut && test.loaded?.heldOut)
      if (!isArriving(train) && !isArriving(test)) loadMnist('test');
    if (records.pending === 0 && records.wantsTest && state.ready) {
      records.wantsTest = false;
      fetchMissing('test');
    }
    show();
  };

  /** Loads the visitor's training records again, because they have decided otherwise about holding out. */
  const loadTrainAgain = () => {
    for (const own of state.records.own) if (own.kinds.includes('train')) loadOwn(own);
  };

  /** Loads the visitor's files as they were loaded before, in place of what is in use. */
  const loadAsBefore = (files = state.records.own) => {
    for (const each of files) loadOwn(each, each.heldOut);
  };

  /**
   * Has the visitor's files that there were before the worker was restarted, all of them as they were then.
   *
   * @param {Kind} kind
   * @returns {boolean} false: this set came from none of them
   */
  const putBack = (kind) => {
    const { own, holdOut } = state.records;
    const missing = own.filter(({ kinds }) => kinds.some((each) => !state.records[each].loaded));
    const isAmong = missing.some(
      ({ kinds, heldOut = holdOut }) => kinds.includes(kind) || (kind === 'test' && heldOut),
    );
    if (isAmong) loadAsBefore(missing);
    return isAmong;
  };

  /** @param {Iterable<File>} files @param {Kind | null} place null: beside the two places */
  const loadFiles = (files, place) => {
    const sources = Array.from(files, (file) => ({ name: file.name, file }));
    if (sources.length > 0) loadOwn({ sources, place });
  };

  /**
   * Loads a training file that is being made, unless the visitor chooses other records meanwhile.
   *
   * @param {string} name
   * @param {Promise<Blob>} making its content
   * @throws what `making` rejects with
   */
  const loadMade = async (name, making) => {
    const { train } = state.records;
    const coming = newFile(name, 'own');
    train.own = coming;
    show();
    const isAwaited = () => state.records.train === train && train.own === coming;
    try {
      const file = new File([await making], name);
      if (isAwaited()) loadFiles([file], 'train');
    } finally {
      if (isAwaited()) train.own = null;
    }
  };

  return { loadFiles, loadMade, loadTrainAgain, loadAsBefore, putBack };
}

/**
 * Notes what has put a set right, to have it the same when its files are loaded again.
 *
 * @param {import('./state.js').Records} records
 * @param {Kind} kind
 * @param {import('../../glassbox.js').Correction} correction
 */
function noteCorrection(records, kind, correction) {
  const from = records.own.findLast(({ kinds }) => kinds.includes(kind));
  if (!from) return;
  const corrections = { ...from.corrections, [kind]: [...(from.corrections?.[kind] ?? []), correction] };
  records.own = records.own.map((own) => (own === from ? { ...own, corrections } : own));
}

/** Where the visitor's files were expected, but turned out to be for the other place. @param {import('./state.js').Records} records */
function endArriving(records) {
  for (const kind of KINDS) if (records[kind].own?.state === 'arriving') records[kind].own = null;
}

/** @param {DataTransfer} dropped */
const folderIn = ({ items }) =>
  Array.from(items, (item) => item.webkitGetAsEntry?.()).find((entry) => entry?.isDirectory);

/** @param {DataTransfer} dropped */
const isLink = ({ types, files }) => files.length === 0 && types.includes('text/uri-list');

/** @param {import('./state.js').Files} files @returns {boolean} whether MNIST, and nothing else, is in use or on its way */
export const isMnist = ({ loaded, mnist, own }) =>
  own?.state !== 'arriving' && (mnist?.state === 'arriving' || (loaded !== null && !loaded.own));
