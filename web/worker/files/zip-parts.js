import { FileError, fileError } from './file-error.js';
import { isTable } from './first-bytes.js';
import { partOf } from './part.js';
import { isLeftBySystem } from './set-names.js';
import { entryContent, zipEntries } from './zip.js';

/** How many entries are looked into. */
const LOOKS_MAX = 100;

/** Names that records may have. The first bytes of these tell more. */
const MAY_BE_RECORDS = /(\.(csv|tsv|tab|prn|txt|data|dat|bin|train|test|gz|idx\d?)|ubyte|(^|\/)[^./]+)$/i;
/** Names of files that must be records: if they are not, it is worth saying why. */
const CSV = /\.[ct]sv(\.gz)?$/i;

/**
 * Zips that are not archives, by a name in them. None of them holds CSV files as well.
 *
 * @type {[code: 'file-is-excel' | 'file-is-spreadsheet' | 'file-is-document' | 'file-is-data' | 'file-is-program',
 *   name: RegExp, format?: string][]}
 */
const FORMATS = [
  ['file-is-excel', /^xl\/workbook\./],
  ['file-is-document', /^word\/document\./, 'Word'],
  ['file-is-document', /^ppt\/presentation\./, 'PowerPoint'],
  ['file-is-spreadsheet', /^content\.xml$/], // OpenDocument
  ['file-is-spreadsheet', /^Index\/Document\.iwa$/], // Numbers
  ['file-is-data', /^[^/]+\.npy$/, 'NumPy'],
  ['file-is-data', /^[^/]+\/data\.pkl$/, 'PyTorch'],
  ['file-is-program', /^META-INF\/MANIFEST\.MF$/],
];

/**
 * @param {string} name
 * @param {Blob} blob
 * @returns {Promise<import('./part.js').Part[]>} what it holds that may be records, at least one
 * @throws {FileError}
 */
export async function partsOfZip(name, blob) {
  const entries = (await zipEntries(name, blob)).filter(({ path }) => !isLeftBySystem(path));
  const holds = (/** @type {RegExp} */ pattern) => entries.some(({ path }) => pattern.test(path));
  const format = holds(CSV) ? undefined : FORMATS.find(([, pattern]) => holds(pattern));
  if (format) throw fileError(name, format[0], { format: format[2] ?? '' });
  const candidates = entries.filter(({ path }) => MAY_BE_RECORDS.test(path));
  if (candidates.length > LOOKS_MAX) throw fileError(name, 'file-zip-many', { count: candidates.length });
  const parts = [];
  for (const entry of candidates) {
    const isCsv = CSV.test(entry.path);
    const part = await partOf(entryContent(entry), `${name}/${entry.path}`).catch((error) => {
      if (isCsv || !isOther(error)) throw error;
      return null;
    });
    if (part && (isCsv || part.header || isTable(part.head))) parts.push(part);
  }
  if (parts.length === 0) throw fileError(name, 'file-zip-without-records');
  return parts;
}

/** Whether a file was recognised as something else than records, which is not a fault in a zip. @param {unknown} error */
function isOther(error) {
  const { code } = /** @type {{ code?: string }} */ (error);
  return error instanceof FileError && code?.startsWith('file-is-');
}
