import { isArriving, newFile } from '../../shared/file-progress.js';
import { mnistSource } from './mnist.js';

/** @typedef {import('./state.js').Kind} Kind */
/** @typedef {import('./state.js').Own} Own */

const KINDS = /** @type {const} */ (['train', 'test']);

/**
 * Loading the two sets of records.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function recordsActions({ state, worker, show, attempt, addProblem }) {
  /** @param {Kind} kind */
  const loadMnist = (kind) => {
    const source = mnistSource(kind);
    // Set before the worker reports, so that a second click does not load the file again.
    Object.assign(state.records[kind], { mnist: newFile(source.name, 'mnist'), own: null });
    attempt(worker().records.loadMnist(kind, source));
  };

  /** @param {Pick<Own, 'sources' | 'place'>} files */
  const loadOwn = async ({ sources, place }) => {
    const { records } = state;
    records[place ?? 'train'].own = newFile(sources[0].name, 'own');
    const kinds = await attempt(worker().records.loadOwn(sources, place, records.holdOut));
    // The worker may have been replaced meanwhile, and the state with it.
    if (records !== state.records) return;
    for (const kind of KINDS) if (records[kind].own?.state === 'arriving') records[kind].own = null;
    if (kinds?.length) {
      const others = records.own.filter((own) => !own.kinds.every((kind) => kinds.includes(kind)));
      records.own = [...others, { sources, place, kinds }];
    }
    show();
  };

  const loadOwnAgain = () => {
    const { own } = state.records;
    state.records.own = [];
    own.forEach(loadOwn);
  };

  /** @param {Iterable<File>} files @param {Kind | null} place null: beside the two places */
  const loadFiles = (files, place) => {
    const sources = Array.from(files, (file) => ({ name: file.name, file }));
    if (sources.length > 0) loadOwn({ sources, place });
  };

  return {
    /** Loads records unless some are there or on their way: the visitor's own after a restart, else MNIST. @param {Kind} kind */
    fetchMissing(kind) {
      const { train, holdOut, own } = state.records;
      if (state.records[kind].loaded || isArriving(state.records[kind])) return;
      const willBeHeldOut = kind === 'test' && holdOut && train.own?.state === 'arriving';
      if (willBeHeldOut) return;
      if (own.length > 0) loadOwnAgain();
      else loadMnist(kind);
    },
    loadMnist,
    useMnist() {
      state.records.own = [];
      for (const kind of KINDS) if (!isMnist(state.records[kind])) loadMnist(kind);
      show();
    },
    loadFiles,
    /** Takes what has been dropped. @param {DataTransfer} dropped @param {Kind | null} place */
    dropFiles(dropped, place) {
      const folder = Array.from(dropped.items, (item) => item.webkitGetAsEntry?.()).find(
        (entry) => entry?.isDirectory,
      );
      if (folder) addProblem(`${folder.name} is a folder. Open it and drop the files in it here.`);
      else loadFiles(dropped.files, place);
      show();
    },
    /** @param {boolean} holdOut */
    setHoldOut(holdOut) {
      const { records } = state;
      records.holdOut = holdOut;
      if (records.train.loaded?.own) loadOwnAgain();
      if (!holdOut && records.test.loaded?.heldOut) loadMnist('test');
      show();
    },
    /** Puts right what is odd about a set. @param {Kind} kind */
    correctRecords(kind) {
      const correction = state.records[kind].loaded?.oddity?.correction;
      if (correction != null) attempt(worker().records.correct(kind, correction));
    },
  };
}

/** @param {import('./state.js').Files} files @returns {boolean} whether MNIST is in use or on its way */
export const isMnist = ({ loaded, mnist }) => mnist?.state === 'arriving' || (loaded !== null && !loaded.own);
