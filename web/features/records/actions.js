import { newFile } from '../../shared/file-progress.js';
import { mnistSource } from './mnist.js';

/** @typedef {import('./state.js').Kind} Kind */
/** @typedef {import('./state.js').Source} Source */

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
  const retry = (kind) => load(kind, state.records[kind].source ?? mnistSource(kind));

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
