import { headOf, unpackedContent } from './content.js';
import { fileError } from './file-error.js';
import { recognise } from './first-bytes.js';
import { readIdxHeader } from './idx.js';
import { kindOf } from './set-names.js';

/**
 * @typedef {object} Part a file that holds text or, with a header, IDX
 * @property {import('./content.js').Content} content
 * @property {string} path its name, with the folders and the zip that it lies in
 * @property {Uint8Array} head its first bytes
 * @property {import('./idx.js').IdxHeader | null} header
 */

/**
 * @param {import('./content.js').Content} content of a file, which may be packed with gzip
 * @param {string} path
 * @returns {Promise<Part>}
 * @throws {import('./file-error.js').FileError} if it holds something else: says what
 */
export async function partOf(content, path) {
  const head = await headOf(content);
  if (recognise(head).what !== 'gzip') return checkedPart(content, path, head);
  const unpacked = unpackedContent(content, 'file-damaged-gzip');
  return checkedPart(unpacked, path, await headOf(unpacked));
}

/**
 * @param {import('./content.js').Content} content
 * @param {string} path
 * @param {Uint8Array} head
 * @returns {Part}
 */
function checkedPart(content, path, head) {
  checkReadable(content.name, head);
  const isIdx = recognise(head).what === 'idx';
  return { content, path, head, header: isIdx ? readIdxHeader(content.name, head) : null };
}

/**
 * @param {string} name
 * @param {Uint8Array} head the first bytes of a file that is not packed
 * @throws {import('./file-error.js').FileError} unless it is text or IDX
 */
export function checkReadable(name, head) {
  const { what, format } = recognise(head);
  if (what === 'empty') throw fileError(name, 'file-empty');
  if (what === 'gzip' || what === 'zip') throw fileError(name, 'file-is-archive', { format: what });
  if (what !== 'text' && what !== 'idx') throw fileError(name, what, { format });
}

/** Whether two files are copies of one, as archives of MNIST hold them. @param {Part} a @param {Part} b */
export const isSame = (a, b) =>
  kindOf(a.path) === kindOf(b.path) &&
  a.head.length === b.head.length &&
  a.head.every((byte, i) => byte === b.head[i]) &&
  // The header of IDX tells its size; text may only begin alike, unless one is the other's gzip file.
  (a.header !== null || hasSameSize(a, b) || unpackedPath(a) === unpackedPath(b));

/** Whether the files are of one size, and a zip does not tell that they differ. @param {Part} a @param {Part} b */
function hasSameSize({ content: a }, { content: b }) {
  const differ = a.checksum !== undefined && b.checksum !== undefined && a.checksum !== b.checksum;
  return a.size === b.size && !differ;
}

/** @param {Part} part */
const unpackedPath = ({ path }) => path.replace(/\.gz$/i, '');
