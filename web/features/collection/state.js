import { newThrottle } from '../../shared/throttle.js';

/**
 * A class's own records: drawings of digits that were asked for, and records from files.
 *
 * @typedef {object} Drawn
 * @property {number} label
 * @property {string} from whose it is, without a name: the machine and the person at it; '': not known
 * @property {number[][][] | null} strokes in thousandths of the pad; null: it came as pixels
 *
 * @typedef {Drawn & { pixels: Uint8Array<ArrayBuffer> }} Prepared pixels: 784 greys
 * @typedef {Prepared & { id: number }} Kept ids grow, and no other tab gives the same
 *
 * @typedef {object} Change to be undone
 * @property {Kept[]} added
 * @property {Kept[]} removed
 * @property {boolean} wasAsked whether it answered what was asked for
 *
 * @typedef {object} Result of reading them
 * @property {Kept[]} records
 * @property {Uint8Array} answers
 * @property {import('../../shared/evaluation.js').Evaluated} network that read them
 * @property {{ correct: number, total: number, network: Result['network'] } | null} mnist the network that answered
 *   right after that, on MNIST's test records; null: not known
 *
 * @typedef {object} Collection
 * @property {'opening' | 'stored' | 'refused' | 'full'} storage whether they are there after a reload
 * @property {Kept[]} records
 * @property {Change[]} changes the latest last
 * @property {number[][][]} strokes on the pad of the class
 * @property {number} asked how many digits have been asked for before the current one
 * @property {boolean} keepsAtRest whether a drawing is kept when the pen has rested
 * @property {string} machine a code that this visit has in files; '': nothing has been drawn yet
 * @property {number} person at this machine, from 1
 * @property {import('../../shared/message.js').Text | null} said what has happened last
 * @property {number | null} digit whose records are shown; null: all
 * @property {number | null} chosen the id of the record that is shown large
 * @property {boolean} measuring whether the visitor wants to know how well the class is read
 * @property {Result | null} result
 * @property {import('../../shared/throttle.js').Throttle} throttle of measuring while the network learns
 */

/** @returns {Collection} */
export const initialCollection = () => ({
  storage: 'opening',
  records: [],
  changes: [],
  strokes: [],
  asked: 0,
  keepsAtRest: true,
  machine: '',
  person: 1,
  said: null,
  digit: null,
  chosen: null,
  measuring: false,
  result: null,
  throttle: newThrottle(),
});

/** The most records that are kept. */
export const MOST = 10_000;

/** How many changes can be undone. */
const UNDOABLE = 100;

/**
 * Changes the records, so that it can be undone.
 *
 * @param {Collection} collection
 * @param {Partial<Change>} change
 */
export function change(collection, { added = [], removed = [], wasAsked = false }) {
  apply(collection, added, removed);
  collection.changes = [...collection.changes, { added, removed, wasAsked }].slice(-UNDOABLE);
}

/**
 * Undoes the last change.
 *
 * @param {Collection} collection
 * @returns {Change | undefined} undefined: there is none
 */
export function undoLast(collection) {
  const last = collection.changes.at(-1);
  if (!last) return undefined;
  collection.changes = collection.changes.slice(0, -1);
  apply(collection, last.removed, last.added);
  if (last.wasAsked) collection.asked--;
  return last;
}

/** @param {Collection} collection @param {Kept[]} added @param {Kept[]} removed */
function apply(collection, added, removed) {
  const gone = new Set(removed.map(({ id }) => id));
  collection.records = [...collection.records.filter(({ id }) => !gone.has(id)), ...added].sort(
    (one, other) => one.id - other.id,
  );
  if (!collection.records.some(({ id }) => id === collection.chosen)) collection.chosen = null;
}

/** An id for a new record. @param {Collection} collection */
export const nextId = ({ records }) =>
  Math.max((records.at(-1)?.id ?? 0) + 1, Date.now() * 1000 + Math.floor(1000 * Math.random()));

/**
 * Tells new records from those that are there already: the same label and the same pixels. A drawing takes the place
 * of the same record without strokes.
 *
 * @param {Collection} collection
 * @param {Prepared[]} others
 * @returns {{ added: Kept[], removed: Kept[], duplicates: number, left: number }} left: those that there is no room for
 */
export function merged(collection, others) {
  const seen = new Map(collection.records.map((record) => [content(record), record]));
  const added = /** @type {Map<string, Kept>} */ (new Map());
  const removed = /** @type {Kept[]} */ ([]);
  let id = nextId(collection);
  let [duplicates, left] = [0, 0];
  for (const record of others) {
    const key = content(record);
    const same = seen.get(key);
    const kept = { ...record, id: same?.id ?? id++ };
    if (same) {
      duplicates++;
      if (same.strokes || !record.strokes) continue;
      if (!added.has(key)) removed.push(same);
    } else if (collection.records.length + added.size - removed.length >= MOST) {
      left++;
      continue;
    }
    seen.set(key, kept);
    added.set(key, kept);
  }
  return { added: [...added.values()], removed, duplicates, left };
}

/** What makes two records the same. @param {Prepared} record */
const content = ({ label, pixels }) => label + String.fromCharCode(...pixels);
