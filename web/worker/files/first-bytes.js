/**
 * What a file is, told by its first bytes: names and MIME types are often wrong.
 *
 * @typedef {'empty' | 'gzip' | 'zip' | 'idx' | 'text'} Readable empty and text: perhaps CSV
 * @typedef {'file-is-picture' | 'file-is-archive' | 'file-is-data' | 'file-is-document' | 'file-is-old-office'
 *   | 'file-is-web-page' | 'file-is-xml' | 'file-is-json' | 'file-is-pointer' | 'file-is-link' | 'file-is-binary'} Refused error codes
 *
 * @typedef {{ what: Readable | Refused, format: string }} Recognised format: its name in the error's sentence
 */

/**
 * What, its first bytes (? stands for any byte), and for some the name of the format.
 *
 * @type {[what: Readable | Refused, start: string, format?: string][]}
 */
const STARTS = [
  ['gzip', '\x1f\x8b'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'], // one without entries
  // MNIST's own format: two zeros, the type of the numbers, how many dimensions.
  ...['\x08', '\x09', '\x0b', '\x0c', '\x0d', '\x0e'].flatMap((type) =>
    ['\x01', '\x02', '\x03', '\x04'].map(
      (dimensions) => /** @type {['idx', string]} */ (['idx', `\0\0${type}${dimensions}`]),
    ),
  ),
  ['file-is-picture', '\x89PNG'],
  ['file-is-picture', '\xff\xd8\xff'], // JPEG
  ['file-is-picture', 'GIF8'],
  ['file-is-picture', 'RIFF????WEBP'],
  ['file-is-picture', 'BM????\0\0\0\0'],
  ['file-is-picture', 'II*\0'], // TIFF
  ['file-is-picture', 'MM\0*'],
  ...['hei', 'hev', 'mif', 'msf', 'avi'].map(
    (brand) => /** @type {['file-is-picture', string]} */ (['file-is-picture', `????ftyp${brand}`]), // HEIC, AVIF
  ),
  ['file-is-archive', '7z\xbc\xaf\x27\x1c', '7z'],
  ['file-is-archive', 'Rar!\x1a\x07', 'RAR'],
  ['file-is-archive', '\xfd7zXZ\0', 'xz'],
  ['file-is-archive', 'BZh?1AY&SY', 'bzip2'],
  ['file-is-archive', '\x28\xb5\x2f\xfd', 'Zstandard'],
  ['file-is-archive', '\x04\x22\x4d\x18', 'LZ4'],
  ['file-is-archive', '\x1f\x9d', 'compress'],
  ['file-is-archive', `${'?'.repeat(257)}ustar`, 'tar'],
  ['file-is-data', 'PAR1', 'Parquet'],
  ['file-is-data', 'ARROW1', 'Arrow'],
  ['file-is-data', 'FEA1', 'Feather'],
  ['file-is-data', 'SQLite format 3\0', 'SQLite'],
  ['file-is-data', '\x89HDF\r\n\x1a\n', 'HDF5'],
  ['file-is-data', '\x93NUMPY', 'NumPy'],
  ['file-is-data', 'MATLAB ?.? MAT-file', 'MATLAB'],
  ...['\x02', '\x03', '\x04', '\x05'].map(
    (version) =>
      /** @type {['file-is-data', string, string]} */ (['file-is-data', `\x80${version}`, 'pickle']),
  ),
  ['file-is-data', '<stata_dta>', 'Stata'],
  ['file-is-data', 'RDX?\n', 'R'],
  ['file-is-data', 'X\n\0\0\0', 'R'],
  ['file-is-document', '%PDF-', 'PDF'],
  ['file-is-document', '{\\rtf', 'RTF'],
  ['file-is-old-office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
];

/**
 * Text that is not CSV, by how it begins after its mark and blanks.
 *
 * @type {[what: Refused, pattern: RegExp, format?: string][]}
 */
const TEXTS = [
  ['file-is-pointer', /^version https:\/\/git-lfs/, 'Git LFS'],
  ['file-is-pointer', /^[./]*(\.git\/)?annex\/objects\//, 'git-annex'],
  // As Windows, Linux and macOS write them.
  ['file-is-link', /^(\[(InternetShortcut|Desktop Entry)\]|<\?xml.*<plist.*<key>URL<)/is],
  // Blanks, comments and <?xml … ?> may stand before <html>.
  ['file-is-web-page', /^<(?!svg)(?!\?xml(?!.*<html))/is],
  ['file-is-picture', /^<(svg|\?xml.*<svg)/is],
  ['file-is-xml', /^</],
  // Names of columns may be in brackets, too.
  ['file-is-json', /^(\{\s*["}]|\[\s*(["[{\]\d-]|true|false|null))/],
  // A label, then the numbers of pixels that are not 0, each with its value.
  ['file-is-data', /^(#[^\r\n]*[\r\n]\s*)*[+-]?\d+(\.\d+)?([ \t]+\d+:[-+.\de]+){3}/i, 'LIBSVM'],
  // Comments may go on beyond what is looked at.
  ['file-is-data', /^(%[^\r\n]*[\r\n]\s*)*(@relation\b|(?<=\s)%[^\r\n]*$)/i, 'ARFF'],
];

/** @param {Uint8Array} head the first bytes of a file, or all of them @returns {Recognised} */
export function recognise(head) {
  if (head.length === 0) return { what: 'empty', format: '' };
  const start = STARTS.find(([, bytes]) => startsWith(head, bytes));
  if (start) return { what: start[0], format: start[2] ?? '' };
  const text = textOf(head);
  if (text === null) return { what: 'file-is-binary', format: '' };
  const rule = TEXTS.find(([, pattern]) => pattern.test(text.trimStart()));
  return { what: rule?.[0] ?? 'text', format: rule?.[2] ?? '' };
}

/**
 * Whether text has a row of many columns. Even 0.000000000000000000e+00 has a separator every 25 characters; prose
 * has fewer. Between spaces, most fields have digits, and names of columns, too; few words of prose do.
 *
 * @param {Uint8Array} head
 */
export const isTable = (head) =>
  (textOf(head) ?? '').split(/[\r\n]/).some((line) => {
    const separators = line.match(/[,;\t|]/g)?.length ?? 0;
    const fields = line.split(/ +/);
    const numbered = fields.filter((field) => /\d/.test(field)).length;
    return (
      (separators > 15 && separators * 32 > line.length) || (numbered > 15 && 2 * numbered > fields.length)
    );
  });

/** @param {Uint8Array} head @param {string} start */
function startsWith(head, start) {
  return (
    head.length >= start.length &&
    [...start].every((character, i) => character === '?' || head[i] === character.charCodeAt(0))
  );
}

/**
 * @param {Uint8Array} head
 * @returns {string | null} null: it holds bytes that no text holds
 */
function textOf(head) {
  const [first, second, third, fourth] = head;
  // By its mark, or by two characters of ASCII in two bytes each.
  const isLittle = (first === 0xff && second === 0xfe) || (second === 0 && fourth === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && third === 0);
  const text = new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(head);
  return NO_TEXT.test(text) ? null : text;
}

/** Control characters but tab, line ends, form feed, and 26, at which DOS ended files. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\0-\x08\x0e-\x19\x1b-\x1f]/;
