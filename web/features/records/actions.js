import { newFile } from '../../shared/file-progress.js';

/** @typedef {import('./state.js').Kind} Kind */
/** @typedef {import('./state.js').Source} Source */

/**
 * The MNIST file on the server.
 *
 * @param {Kind} kind
 * @returns {Source}
 */
function mnist(kind) {
  const name = `mnist_${kind}.csv.gz`;
  return { name, url: new URL(`data/${name}`, document.baseURI).href };
}

/**
 * Loading the two files of records.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function recordsActions({ state, worker, attempt }) {
  /** @param {Kind} kind @param {Source} source */
  const load = (kind, source) => {
    // Set before the worker reports, so that a second click does not load the file again.
    Object.assign(state.records[kind], { source, latest: newFile(source.name) });
    attempt(worker().records.load(kind, source));
  };

  /** Loads the latest file again, or MNIST if there is none. @param {Kind} kind */
  const retry = (kind) => load(kind, state.records[kind].source ?? mnist(kind));

  return {
    /** Loads records unless some are loaded or loading. @param {Kind} kind */
    fetchMissing(kind) {
      const { loaded, latest } = state.records[kind];
      if (!loaded && latest?.state !== 'arriving') retry(kind);
    },
    /** @param {Kind} kind @param {File} file */
    loadFile: (kind, file) => load(kind, { name: file.name, file }),
    retry,
  };
}
