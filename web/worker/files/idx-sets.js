import { ByteReader } from './byte-reader.js';
import { fileError } from './file-error.js';
import { idxRecords } from './idx.js';
import { kindOf } from './set-names.js';

/**
 * @typedef {import('./find-record-files.js').RecordFile} RecordFile
 * @typedef {import('./part.js').Part} Part
 * @typedef {Part & { header: import('./idx.js').IdxHeader }} IdxPart
 */

/**
 * Brings images and labels together, by their names if there are several of each.
 *
 * @param {Part[]} parts in any order; those that are not IDX are left out
 * @returns {RecordFile[]}
 * @throws {import('./file-error.js').FileError} if one lacks the other, or they don't fit
 */
export function idxSets(parts) {
  const [images, labels] = ['images', 'labels'].map((what) =>
    parts.filter(/** @returns {part is IdxPart} */ (part) => part.header?.holds === what),
  );
  if (images.length === 1 && labels.length === 1 && mayBelong(images[0], labels[0]))
    return [idxSet(images[0], labels[0])];
  /** @type {Set<IdxPart>} */
  const used = new Set();
  const sets = images.map((part) => {
    const partner = partnerOf(part, labels);
    if (!partner || used.has(partner)) {
      const name = nameBeside(part, [/images?/i, 'labels'], [/idx3/i, 'idx1']);
      throw fileError(part.content.name, 'file-idx-without-labels', {
        name: name ?? 'train-labels-idx1-ubyte',
      });
    }
    used.add(partner);
    return idxSet(part, partner);
  });
  const alone = labels.find((part) => !used.has(part));
  if (alone) {
    const name = nameBeside(alone, [/labels?/i, 'images'], [/idx1/i, 'idx3']);
    throw fileError(alone.content.name, 'file-idx-without-images', {
      name: name ?? 'train-images-idx3-ubyte',
    });
  }
  return sets;
}

/** Whether the names do not tell of two sets, which may be of one size. @param {IdxPart} images @param {IdxPart} labels */
function mayBelong(images, labels) {
  const kinds = [images, labels].map(({ path }) => kindOf(path));
  return kinds.includes(null) || kinds[0] === kinds[1];
}

/** @param {IdxPart} images @param {IdxPart[]} labels @returns {IdxPart | undefined} those for the images */
function partnerOf(images, labels) {
  const ofSameName = labels.filter(({ path }) => setName(path) === setName(images.path));
  if (ofSameName.length === 1) return ofSameName[0];
  const kind = kindOf(images.path);
  const ofSameKind = labels.filter(({ path }) => kind !== null && kindOf(path) === kind);
  return ofSameKind.length === 1 ? ofSameKind[0] : undefined;
}

/** What is left of a name without what tells images from labels. @param {string} path */
const setName = (path) =>
  path
    .toLowerCase()
    .replace(/\.gz$/, '')
    .replace(/images?|labels?|idx[13]?|ubyte/g, '')
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();

/**
 * The name of the file that belongs to this one.
 *
 * @param {IdxPart} part
 * @param {[RegExp, string][]} changes
 * @returns {string | null} null: its own name does not tell
 */
function nameBeside({ content }, ...changes) {
  const own = content.name.replace(/^.*\//, '');
  const other = changes.reduce((name, [from, to]) => name.replace(from, to), own);
  return other === own ? null : other;
}

/** @param {IdxPart} images @param {IdxPart} labels @returns {RecordFile} */
function idxSet(images, labels) {
  const [pictures, digits] = [images.header.count, labels.header.count];
  if (pictures !== digits) {
    const name = labels.content.name;
    throw fileError(images.content.name, 'file-idx-counts', { images: pictures, labels: digits, name });
  }
  return {
    name: images.content.name,
    kind: kindOf(images.path) ?? kindOf(labels.path),
    format: 'records',
    open: async (_signal, onArrived) => {
      const total = images.content.size + labels.content.size;
      /** Bytes of each so far. @type {Map<IdxPart, number>} */
      const arrived = new Map();
      const [openImages, openLabels] = [images, labels].map((part) => {
        const stream = part.content.open(({ bytes }) => {
          arrived.set(part, bytes);
          onArrived({ bytes: (arrived.get(images) ?? 0) + (arrived.get(labels) ?? 0), total });
        });
        return { name: part.content.name, header: part.header, reader: new ByteReader(stream) };
      });
      return idxRecords(openImages, openLabels);
    },
  };
}
