import { collectingActions } from './collecting.js';
import { exchangeActions } from './exchange.js';
import { measureActions } from './measure.js';
import { change, undoLast } from './state.js';
import { deleted, kept, undone } from './texts.js';

/** @typedef {import('./state.js').Change} Change */

/**
 * Collecting a class's own records.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {object} page
 * @param {(files: File[], place: 'train' | 'test') => void} page.loadFiles
 * @param {(name: string, making: Promise<Blob>) => Promise<void>} page.loadMade
 * @param {(kind: 'test') => void} page.fetchMissing
 * @param {() => Promise<import('../../shared/evaluation.js').Evaluation | null>} page.evaluateRecords
 * @param {(kind: 'train') => { name: string, url?: string, file?: Blob | Uint8Array }} page.mnistSource
 * @param {import('./store.js').CollectionStore} store
 */
export function collectionActions(context, page, store) {
  const { state, show } = context;
  const measure = measureActions(context, page);
  const stored = storing(context, store);
  /** @param {Partial<Change>} made */
  const apply = (made) => {
    change(state.collection, made);
    stored(made.added ?? [], made.removed ?? []);
    measure.measureAnew();
    show();
  };

  return {
    ...measure,
    ...collectingActions(context, apply),
    ...exchangeActions(context, page, apply),

    /** Brings back what was kept on earlier visits. */
    async openCollection() {
      const { collection } = state;
      try {
        const all = await store.all();
        // Where the browser is slow, some of this visit's may be there already.
        const ids = new Set(collection.records.map(({ id }) => id));
        const earlier = all.filter(({ id }) => !ids.has(id));
        collection.records = [...earlier, ...collection.records];
        collection.asked += earlier.length;
        collection.storage = 'stored';
      } catch {
        collection.storage = 'refused';
      }
      show();
    },

    undoCollecting() {
      const last = undoLast(state.collection);
      if (!last) return;
      stored(last.removed, last.added);
      state.collection.said = () => undone(last);
      measure.measureAnew();
      show();
    },

    /** Another person draws at this machine. */
    nextPerson() {
      state.collection.person++;
      show();
    },

    /** @param {number | null} digit whose records are shown; null: all */
    showCollected(digit) {
      Object.assign(state.collection, { digit, chosen: null });
      show();
    },

    /** @param {number | null} id of the record to show large */
    chooseCollected(id) {
      state.collection.chosen = id;
      show();
    },

    /** @param {import('./state.js').Kept} record @param {number} label that it should have */
    relabel(record, label) {
      state.collection.said = () => kept(label);
      apply({ removed: [record], added: [{ ...record, label }] });
    },

    /** @param {import('./state.js').Kept[]} records */
    deleteCollected(records) {
      if (records.length === 0) return;
      const { length } = records;
      state.collection.said = () => deleted(length);
      apply({ removed: records });
    },
  };
}

/**
 * Storing changes for the next visit, one after the other.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {import('./store.js').CollectionStore} store
 */
function storing({ state, show }, store) {
  let before = Promise.resolve();
  return (/** @type {Change['added']} */ added, /** @type {Change['removed']} */ removed) => {
    before = before
      .then(() => store.change(added, removed))
      .then(
        () => {
          if (state.collection.storage !== 'full') state.collection.storage = 'stored';
        },
        (error) => {
          state.collection.storage = error?.name === 'QuotaExceededError' ? 'full' : 'refused';
        },
      )
      .then(show);
  };
}
