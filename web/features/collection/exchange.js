import { errorSentence } from '../../shared/error-data.js';
import { download } from '../../ui/download.js';
import { OWN, OWN_AND_MNIST } from '../../ui/set-name.js';
import { csvOf, linesOf } from './files.js';
import { merged } from './state.js';
import { fileRefused, imported, mnistMissing } from './texts.js';

/**
 * Saving the records as files, reading others' files, and using the records as sets.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {Pick<Parameters<typeof import('./actions.js').collectionActions>[1], 'loadFiles' | 'loadMade' | 'mnistSource'>} page
 * @param {(made: Partial<import('./state.js').Change>) => void} apply
 */
export function exchangeActions({ state, worker, show, attempt, addProblem }, page, apply) {
  /** @param {string} ending */
  const fileName = (ending) => `glassbox-class-${state.collection.records.length}-records.${ending}`;
  const csv = () => csvOf(state.collection.records);

  return {
    saveCsv: () => download(fileName('csv'), csv(), 'text/csv'),
    saveDrawings: () => download(fileName('jsonl'), linesOf(state.collection.records), 'application/jsonl'),

    /** Adds the records of files to those that are there. @param {File[]} files */
    async importRecords(files) {
      if (files.length === 0) return;
      const sources = files.map((file) => ({ name: file.name, file }));
      const all = await attempt(worker().collection.read(state.runId, sources));
      if (!all) return;
      for (const { name, error } of all) if (error) addProblem(() => fileRefused(name, errorSentence(error)));
      const read = all.filter(({ error }) => !error);
      const made = merged(
        state.collection,
        read.flatMap(({ records }) => records),
      );
      const { length } = read;
      state.collection.said = () => imported(length, made);
      if (made.added.length > 0) apply(made);
      show();
    },

    /** @param {'train' | 'test'} place */
    useCollected: (place) => page.loadFiles([new File([csv()], OWN)], place),

    /** Trains on MNIST's records and these. */
    async addToMnist() {
      try {
        await page.loadMade(OWN_AND_MNIST, withMnist(page.mnistSource('train'), csv()));
      } catch {
        addProblem(mnistMissing);
        show();
      }
    },
  };
}

/**
 * MNIST's training records and others in one file.
 *
 * @param {ReturnType<Parameters<typeof exchangeActions>[1]['mnistSource']>} source
 * @param {string} csv
 */
async function withMnist({ url, file }, csv) {
  const mnist = file ?? (url && (await fetched(url)));
  if (!mnist) throw new Error('this page has no MNIST');
  // Two members of gzip, one behind the other, are one file.
  return new Blob([/** @type {BlobPart} */ (mnist), await gzipped(csv)]);
}

/** @param {string} url */
async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.blob();
}

/** @param {string} text @returns {Promise<Blob>} */
const gzipped = (text) =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
