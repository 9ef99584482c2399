import { blobOf } from '../../shared/bytes-file.js';
import { codedError } from '../../shared/errors.js';
import { contentOf, headOf } from './content.js';
import { FileError, fileError } from './file-error.js';
import { isTable, recognise } from './first-bytes.js';
import { idxSets } from './idx-sets.js';
import { isSame, partOf } from './part.js';
import { openServerFile } from './server-file.js';
import { isLeftBySystem, kindOf } from './set-names.js';
import { partsOfZip } from './zip-parts.js';

/**
 * Finds what can be loaded as records: CSV files and MNIST's original files, as they are or in gzip or zip.
 *
 * @typedef {{ name: string, url?: string, file?: Blob | Uint8Array<ArrayBuffer> }} Source url: one of ours on the server; file: the visitor's, or
 *   one of ours inside the page; neither: the page has come without this one (single/mnist.js)
 *
 * @typedef {object} RecordFile a file that can be loaded as records
 * @property {string} name to show: the file's own; in a zip, the entry's; of MNIST's files, that of the images
 * @property {'train' | 'test' | null} kind which set its name tells; null: neither
 * @property {'csv' | 'records'} format what the stream holds: CSV text, or records of 785 bytes each, a label
 *   0..9 and then 784 pixels
 * @property {Open} open
 *
 * @callback Open
 * @param {AbortSignal} signal stops a download
 * @param {import('./content.js').OnArrived} onArrived
 * @returns {Promise<ReadableStream<Uint8Array>>} it or its stream fails with a FileError
 */

/** @typedef {import('./part.js').Part} Part */

/**
 * @param {Source[]} sources
 * @param {(error: FileError) => void} [onRefused] called with what is wrong with each of them that is no records, if
 *   others are
 * @returns {Promise<RecordFile[]>} one or more
 * @throws {FileError} if none is
 */
export async function findRecordFiles(sources, onRefused = () => {}) {
  /** @type {RecordFile[]} */
  const files = [];
  /** @type {Part[]} */
  const parts = [];
  /** @type {FileError[]} */
  const refused = [];
  /** @param {unknown} error */
  const refuse = (error) => {
    if (!(error instanceof FileError)) throw error;
    refused.push(error);
    return [];
  };
  for (const { name, url, file } of sources) {
    if (url) files.push(serverFile(name, url));
    else if (!file) throw fileError(name, 'file-left-out');
    else if (!isLeftBySystem(name))
      parts.push(...(await partsOfFile(name, blobOf(file)).catch((error) => refuse(error))));
  }
  const different = parts.filter((part, i) => !parts.slice(0, i).some((other) => isSame(part, other)));
  // Text beside records may only explain them.
  const records = different.filter(({ head, header }) => header || isTable(head));
  for (const part of records.length > 0 ? records : different) {
    if (!part.header) files.push(csvFile(part));
  }
  try {
    files.push(...idxSets(records));
  } catch (error) {
    refuse(error);
  }
  if (files.length === 0) throw refused[0] ?? codedError(FileError, 'file-none-found');
  refused.forEach(onRefused);
  return files;
}

/** @param {string} name @param {Blob} file */
async function partsOfFile(name, file) {
  const content = contentOf(name, file);
  const { what } = recognise(await headOf(content));
  return what === 'zip' ? partsOfZip(name, file) : [await partOf(content, name)];
}

/**
 * Files on the server are looked at only when they are opened, since each look is a download.
 *
 * @param {string} name
 * @param {string} url
 * @returns {RecordFile}
 */
const serverFile = (name, url) => ({
  name,
  kind: kindOf(name),
  format: 'csv',
  open: (signal, onArrived) => openServerFile(name, url, signal, onArrived),
});

/** @param {Part} part @returns {RecordFile} */
const csvFile = ({ content, path }) => ({
  name: content.name,
  kind: kindOf(path),
  format: 'csv',
  open: async (_signal, onArrived) => content.open(onArrived),
});
