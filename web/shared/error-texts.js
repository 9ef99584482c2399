/**
 * The texts of errors, by their codes (errors.js). Another language would need another file like this one.
 *
 * @typedef {{ name: string, got: unknown }} Got an argument and its value
 * @typedef {Got & { min: number, max: number }} OutOfRange
 * @typedef {Got & { length: number }} OtherLength
 * @typedef {Got & { keys: readonly string[] }} OtherKeys
 * @typedef {{ file: string }} InNpz an array's file in an .npz
 */

const RECORD = 'a record has 785 columns: a label and 784 pixels';

export const ERROR_TEXTS = {
  // Arguments
  'takes-number': (/** @type {Got} */ { name, got }) => `${name} takes a number, not ${got}`,
  'takes-finite-number': (/** @type {Got} */ { name, got }) => `${name} takes a finite number, not ${got}`,
  'takes-number-in-range': (/** @type {OutOfRange} */ { name, min, max, got }) =>
    `${name} takes a number from ${min} to ${max}, not ${got}`,
  'takes-whole-number-in-range': (/** @type {OutOfRange} */ { name, min, max, got }) =>
    `${name} takes a whole number from ${min} to ${max}, not ${got}`,
  'takes-numbers': (/** @type {OtherLength} */ { name, length, got }) =>
    `${name} takes a Float32Array of ${length} numbers, not ${got}`,
  'takes-length': (/** @type {OtherLength} */ { name, length, got }) =>
    `${name} takes ${length} numbers, not ${got}`,
  'takes-object': (/** @type {OtherKeys} */ { name, keys, got }) =>
    `${name} takes { ${keys.join(', ')} }, not ${got}`,
  'unknown-key': (/** @type {OtherKeys} */ { name, keys, got }) =>
    `unknown '${got}' in ${name}; there are ${keys.join(', ')}`,
  'takes-strokes': (/** @type {Got} */ { name, got }) => `${name} takes an array of strokes, not ${got}`,
  'takes-points': (/** @type {Got} */ { name, got }) => `${name} takes an array of points [x, y], not ${got}`,
  'takes-point': (/** @type {Got} */ { name, got }) => `${name} takes a point [x, y], not ${got}`,
  'takes-coordinate': (/** @type {Got & { limit: number }} */ { name, limit, got }) =>
    `${name} takes a number within ±${limit}, not ${got}`,
  'takes-bytes': (/** @type {Got} */ { name, got }) => `${name} takes a Uint8Array, not ${got}`,
  'takes-source': (/** @type {Got} */ { name, got }) =>
    `${name} takes a buffer source, a Response or a URL, not ${got}`,
  'takes-whole-pictures': (/** @type {Got} */ { name, got }) =>
    `${name} takes a multiple of 784 bytes, not ${got}`,
  'takes-whole-records': (/** @type {Got} */ { name, got }) =>
    `${name} takes a multiple of 785 bytes, not ${got}`,
  'takes-kind': (/** @type {Got} */ { name, got }) => `${name} takes 'train' or 'test', not ${got}`,
  'takes-network': (/** @type {Got} */ { name, got }) => `${name} takes a Network, not ${got}`,
  'takes-own-network': (/** @type {{ name: string }} */ { name }) =>
    `${name} takes one of this module, not of another`,
  'takes-records': (/** @type {Got} */ { name, got }) => `${name} takes Records, not ${got}`,
  'takes-own-records': (/** @type {{ name: string }} */ { name }) =>
    `${name} takes those of this module, not of another`,
  'unknown-setting': (/** @type {{ got: unknown, names: readonly string[] }} */ { got, names }) =>
    `unknown setting '${got}'; there are ${names.join(', ')}`,
  'unknown-recipe': (/** @type {{ got: unknown, names: readonly string[] }} */ { got, names }) =>
    `unknown recipe ${got}; there are ${names.join(', ')}`,

  // The module and its objects
  'no-webassembly': () =>
    'this browser has no WebAssembly, or it is switched off, as by Lockdown Mode. Switch it on for this page, or ' +
    'use another browser.',
  'no-simd': () =>
    'this browser is too old: its WebAssembly has no SIMD. Update it, or use another browser or machine.',
  'wasm-refused': () =>
    'its program is damaged, or the web server forbids WebAssembly. Reload the page. If that does not help, ask ' +
    "the person who looks after the server to allow 'wasm-unsafe-eval' in its Content-Security-Policy.",
  'out-of-memory': () => 'out of memory: the module can hold no more',
  'server-answered': (/** @type {{ url: string, status: number }} */ { url, status }) =>
    `${url}: the server answered ${status}`,
  'network-freed': () => 'this network was freed',
  'records-freed': () => 'these records were freed',
  'run-freed': () => 'this run was freed',
  'trainer-freed': () => 'this trainer was freed',
  'network-of-run': () => 'this network belongs to its run: free the run',
  'network-of-trainer': () => 'this network belongs to its trainer: free the trainer',
  'records-in-use': () => 'these records are used by a run: free the run first',
  'no-records': (/** @type {{ kind: string }} */ { kind }) =>
    `index takes one of the ${kind} records, and there are none`,
  'no-test-records': () => "there are no test records: write('test', bytes), then end('test')",
  'too-many-records': (/** @type {{ max: number }} */ { max }) =>
    `This file holds more than ${number(max)} records, the most that fit here. Choose a smaller file.`,
  'bad-label': () => 'A label in this file is not a digit from 0 to 9.',

  // CSV files
  'csv-error': (/** @type {{ row: number, column: number, reason: string }} */ { row, column, reason }) =>
    `row ${row}, column ${column}: ${reason}`,
  'csv-error-advised': (
    /** @type {{ row: number, column: number, reason: string }} */ { row, column, reason },
  ) =>
    `row ${row}, column ${column}: ${reason}. Correct the file, or choose one with a label and 784 pixels in each row.`,
  'csv-not-a-number': (/** @type {{ found: number }} */ { found }) =>
    `found ${character(found)} where a number belongs`,
  'csv-empty-field': () => 'there is nothing where a number belongs',
  'csv-label-range': () => 'the label is not a digit from 0 to 9',
  'csv-pixel-range': () => 'the pixel is outside 0 to 255, or outside 0 to 1 in a file of such pixels',
  'csv-too-few-columns': () => `the row ends here; ${RECORD}`,
  'csv-too-many-columns': () => `the row goes on; ${RECORD}`,
  'csv-no-labels': () => 'the row has pixels but no label, as in Kaggle’s test.csv',
  'csv-line-too-long': () => 'the line goes on for more than 65,536 bytes, so it is not a record',
  'csv-no-records': () => 'This file holds no records. Choose another file.',

  'file-unreachable': () => 'The server could not be reached. Check the connection, and try again.',
  'file-refused': (/** @type {{ status: number, statusText: string }} */ { status, statusText }) =>
    statusText
      ? `The server answered ${status} (${statusText}) instead of sending this file.`
      : `The server answered ${status} instead of sending this file.`,
  'file-nothing-sent': () => 'The server sent nothing. Try again.',
  'file-unreadable': () => 'This file can’t be read. It may have been changed or moved: choose it again.',
  'file-connection-lost': (/** @type {{ bytes: number, total: number | null }} */ { bytes, total }) => {
    return total
      ? `The connection was lost after ${number(bytes)} of ${number(total)} bytes. Try again.`
      : `The connection was lost after ${number(bytes)} bytes. Try again.`;
  },
  'file-out-of-memory': () =>
    'There is not enough memory for this file beside the records in use, which stay until it has been read to its end. Reload the page to make room, or choose a smaller file.',

  // Files that are packed, or MNIST's own, or no records at all
  'file-damaged-gzip': () =>
    'This gzip file is damaged or ends before it should. Download it again, or copy it again.',
  'file-zip-damaged': () =>
    'This zip file is damaged or ends before it should. Download it again, or copy it again.',
  'file-zip-entry-damaged': () => 'This file is damaged inside its zip. Download the zip again.',
  'file-zip-encrypted': () =>
    'This file is locked with a password in its zip. Unpack the zip yourself, and choose the file.',
  'file-zip-method': (/** @type {{ method: number }} */ { method }) =>
    `This file is packed in its zip in a way that can’t be read here (method ${method}). Unpack the zip yourself, and choose the file.`,
  'file-zip-many': (/** @type {{ count: number }} */ { count }) =>
    `This zip holds ${number(count)} files that may be records. Unpack it, and choose only the files that you want to load.`,
  'file-zip-without-records': () =>
    'This zip holds no CSV file and none of MNIST’s original files. If they are in another zip inside it, unpack that first.',
  'file-idx-header-cut': () => 'This MNIST file (IDX) is cut off near its start. Download it again.',
  'file-idx-type': (/** @type {{ type: string }} */ { type }) =>
    `This MNIST file (IDX) holds ${type}. Only unsigned bytes can be read here.`,
  'file-idx-shape': (/** @type {{ sizes: number[] }} */ { sizes }) =>
    `This MNIST file (IDX) holds numbers in the shape ${sizes.map(number).join(' × ')}. Pictures must have 28 × 28 pixels; labels must be in a single row.`,
  'file-idx-empty': () => 'This MNIST file (IDX) holds nothing. Choose another file.',
  'file-idx-without-labels': (/** @type {{ name: string }} */ { name }) =>
    `This file holds pictures without their labels. Choose or drop it together with the file of its labels, which may be called ${name}.`,
  'file-idx-without-images': (/** @type {{ name: string }} */ { name }) =>
    `This file holds labels without their pictures. Choose or drop it together with the file of its pictures, which may be called ${name}.`,
  'file-idx-counts': (
    /** @type {{ images: number, labels: number, name: string }} */ { images, labels, name },
  ) =>
    `This file holds ${number(images)} pictures, but ${name} holds ${number(labels)} labels. Choose two files that belong together.`,
  'file-idx-images-cut': (/** @type {{ got: number, count: number }} */ { got, count }) =>
    `This file ends after ${number(got)} of ${number(count)} pictures. Download it again.`,
  'file-idx-labels-cut': (/** @type {{ got: number, count: number }} */ { got, count }) =>
    `This file ends after ${number(got)} of ${number(count)} labels. Download it again.`,
  'file-idx-goes-on': (/** @type {{ count: number }} */ { count }) =>
    `This file goes on after the ${number(count)} pictures or labels that it should hold. Download it again.`,
  'file-idx-label': (/** @type {{ position: number, label: number }} */ { position, label }) =>
    `Label ${number(position)} in this file is ${label}. Only the digits from 0 to 9 can be learned here.`,
  'file-empty': () => 'This file is empty. Choose another file.',
  'file-none-found': () => 'There are no records here. Choose or drop a CSV file.',
  'file-of-unknown-set': () =>
    'It is not clear whether this file is for training or for testing. Drop it on one of the two fields.',
  'files-of-unknown-sets': () =>
    'It is not clear which of these files is for training and which is for testing. Drop one file on each of the two fields.',
  'file-sent-web-page': () =>
    'The server sent a web page instead of this file. Reload the page; if that does not help, the file is missing on the server.',
  'file-is-web-page': () =>
    'This is a web page, not a file of records. Open the page, and download the CSV file from there.',
  'file-is-xml': () => 'This is an XML file. Save the records as CSV, and choose that file.',
  'file-is-json': () => 'This is a JSON file or a notebook. Save the records as CSV, and choose that file.',
  'file-is-git-lfs': () =>
    'This is only a pointer to the file (Git LFS). Go to the page of its repository, and download the file itself.',
  'file-is-picture': () =>
    'This is a picture. Records are read only from CSV files and from MNIST’s original files.',
  'file-is-archive': (/** @type {{ format: string }} */ { format }) =>
    `This file is packed (${format}). Unpack it first, and choose the CSV file that comes out.`,
  'file-is-data': (/** @type {{ format: string }} */ { format }) =>
    `This file holds data in a format that can’t be read here (${format}). Save the data as CSV, and choose that file.`,
  'file-is-document': (/** @type {{ format: string }} */ { format }) =>
    `This is a document (${format}). Save the records as CSV, and choose that file.`,
  'file-is-excel': () => 'This is an Excel workbook. In Excel, save it as CSV, and choose that file.',
  'file-is-spreadsheet': () =>
    'This is an OpenDocument or Numbers file. Open it, save the table as CSV, and choose that file.',
  'file-is-old-office': () =>
    'This is an old or locked Excel or Word file. Open it, save the table as CSV, and choose that file.',
  'file-is-program': () => 'This is a program. Choose a CSV file.',
  'file-is-binary': () => 'This is neither text nor one of MNIST’s original files. Choose a CSV file.',

  // Networks in .npz files
  'npz-not-a-zip': () => 'this is not an .npz file: it has no end of a zip, or was cut off',
  'npz-damaged-directory': () => 'its directory is damaged',
  'npz-misplaced': (/** @type {InNpz} */ { file }) => `${file} is not where the directory says`,
  'npz-compressed': (/** @type {InNpz} */ { file }) =>
    `${file} is compressed; numpy.savez makes files that are not`,
  'npz-damaged': (/** @type {InNpz} */ { file }) => `${file} is damaged`,
  'npz-not-an-array': (/** @type {InNpz} */ { file }) => `${file} is not a .npy array`,
  'npz-unknown-kind': (/** @type {InNpz & { header: string }} */ { file, header }) =>
    `${file} is an array of a kind that is not read here: ${header}`,
  'npz-other-size': (/** @type {InNpz & { got: number, bytes: number }} */ { file, got, bytes }) =>
    `${file} has ${got} bytes of numbers, not ${bytes}`,
  'npz-unknown-type': (/** @type {InNpz & { type: string }} */ { file, type }) =>
    `${file} has numbers of type ${type}; <f2, <f4 and <f8 are read here`,
  'npz-not-a-network': () => 'a network has arrays wih and who',

  // Saved runs
  'saved-run-too-short': () => 'the saved run is cut off',
  'saved-run-damaged': () => 'this is not a saved run, or it is damaged',
  'saved-run-other-version': () => 'the run was saved by another version of Glassbox',
  'saved-run-other-records': () => 'the run was saved on other training records',
  'run-without-records': () => 'this run cannot be saved: the records that it was trained on are gone',

  // The worker
  'unknown-run': (/** @type {{ got: string, names: readonly string[] }} */ { got, names }) =>
    `run takes one of ${names.join(', ')}, not ‘${got}’`,
  'run-exists': (/** @type {{ id: string }} */ { id }) => `there is a run ‘${id}’ already`,
  'worker-unreadable-message': () => 'one of its messages could not be read.',
  'worker-not-loaded': () => 'its script could not be loaded.',
  'browser-too-old': () => 'this browser is too old for it. Update it, or use another browser.',
  'worker-ended': () => 'the browser has ended it.',
  'unexpected-error': (/** @type {{ message: string }} */ { message }) => `${message}`,
};

/** @param {number} count */
const number = (count) => new Intl.NumberFormat('en').format(count);

/** @param {number} byte */
function character(byte) {
  const names = new Map([
    [9, 'a tab'],
    [10, 'the end of the row'],
    [13, 'a carriage return'],
    [32, 'a space'],
  ]);
  const isPrintable = byte > 32 && byte < 127;
  return (
    names.get(byte) ??
    (isPrintable ? `‘${String.fromCharCode(byte)}’` : `the byte ${byte}, which is not text,`)
  );
}
