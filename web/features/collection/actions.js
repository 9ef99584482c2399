import { packed } from '../../shared/packed-strokes.js';
import { download } from '../../ui/download.js';
import { contentOf, readLines, writeLines } from './lines.js';
import { askedDigit } from './state.js';
import { added, FULL, UNREADABLE, wrongLine } from './texts.js';

/** @typedef {import('./state.js').Drawing} Drawing */
/** @typedef {import('../../glassbox.js').Kind} Kind */

/**
 * Collecting digits of a class. They stay in this browser until they are exported.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {object} page
 * @param {(files: File[], kind: Kind) => void} page.loadFiles
 * @param {(tab: 'mistakes') => void} page.openTab
 * @param {typeof import('./store.js')} store
 */
export function collectionActions({ state, worker, show, attempt }, page, { readDrawings, changeDrawings }) {
  const { collection } = state;

  /** @param {(drawings: Drawing[]) => Drawing[]} change made here, and to what is stored */
  const change = async (change) => {
    collection.drawings = change(collection.drawings);
    show();
    try {
      await changeDrawings(change);
    } catch {
      collection.isStored = false;
      collection.said = FULL;
      show();
    }
  };

  /** @param {string} said */
  const say = (said) => {
    collection.said = said;
    show();
  };

  /** The drawings as MNIST's CSV. */
  const csv = () => {
    const drawings = collection.drawings.map(({ label, strokes }) => ({ label, strokes: packed(strokes) }));
    return attempt(worker().collection.records(state.runId, drawings));
  };

  return {
    /** Brings back what was collected on earlier visits. */
    async openCollection() {
      // Another worker has been started.
      if (collection.drawings.length > 0) return;
      try {
        collection.drawings = await readDrawings();
      } catch {
        collection.isStored = false;
      }
      show();
    },

    /** @param {number[][][]} strokes */
    drawSample(strokes) {
      collection.strokes = strokes;
      show();
    },

    /** @param {string} from */
    drawnBy(from) {
      collection.from = from;
      show();
    },

    keepSample() {
      const { strokes, drawings, from } = collection;
      if (strokes.length === 0) return;
      const drawing = { id: newId(), label: askedDigit(drawings.length), from, strokes };
      Object.assign(collection, { strokes: [], chosen: null, said: '' });
      change((drawings) => [...drawings, drawing]);
    },

    /** Takes the last drawing back to the pad. */
    takeBackSample() {
      const last = collection.drawings.at(-1);
      if (!last) return;
      collection.strokes = last.strokes;
      change((drawings) => drawings.filter(({ id }) => id !== last.id));
    },

    /** @param {string | null} id */
    chooseSample(id) {
      collection.chosen = id;
      show();
    },

    /** @param {string} id @param {number} label */
    relabelSample(id, label) {
      change((drawings) => drawings.map((each) => (each.id === id ? { ...each, label } : each)));
    },

    /** @param {string[]} ids */
    deleteSamples(ids) {
      const isMeant = (/** @type {Drawing} */ { id }) => ids.includes(id);
      Object.assign(collection, { deleted: collection.drawings.filter(isMeant), chosen: null, said: '' });
      change((drawings) => drawings.filter((each) => !isMeant(each)));
    },

    undoDeletion() {
      const { deleted } = collection;
      collection.deleted = [];
      change((drawings) => [...drawings, ...deleted]);
    },

    /** @param {Iterable<File>} files of JSON lines, which a class has exported */
    async importSamples(files) {
      /** @type {Drawing[]} */
      const found = [];
      for (const file of files) {
        const text = await file.text().catch(() => null);
        if (text === null) return say(UNREADABLE);
        const { lines, wrong } = readLines(text);
        if (wrong !== null) return say(wrongLine(file.name, wrong));
        found.push(...lines.map((line) => ({ ...line, id: newId() })));
      }
      const known = new Set(collection.drawings.map(contentOf));
      const fresh = found.filter((drawing) => {
        const content = contentOf(drawing);
        if (known.has(content)) return false;
        known.add(content);
        return true;
      });
      say(added(fresh.length, found.length - fresh.length));
      await change((drawings) => [...drawings, ...fresh]);
    },

    exportStrokes: () => download('our-digits.jsonl', writeLines(collection.drawings), 'application/jsonl'),
    async exportRecords() {
      const text = await csv();
      if (text) download('our-digits.csv', text, 'text/csv');
    },

    /** Uses them as a set of records. @param {Kind} kind */
    async useSamples(kind) {
      const text = await csv();
      if (!text) return;
      page.loadFiles([new File([text], 'our-digits.csv', { type: 'text/csv' })], kind);
      if (kind === 'test') page.openTab('mistakes');
    },
  };
}

/** Of this drawing only, also among those of other tabs. */
const newId = () => `${Date.now()}-${Math.random()}`;
