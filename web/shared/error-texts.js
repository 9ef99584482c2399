import { locale, msg, str } from './message.js';
import { USAGE_TEXTS } from './usage-texts.js';

/**
 * The sentences of errors, by their codes (errors.js). Visitors read them behind one that says what has failed.
 */

const record = () => msg('A record has 785 columns: a label and 784 pixels.');

/** @typedef {{ file: string }} InNpz an array's file in an .npz */
/** @typedef {{ arrays: string[] }} InArrays with their shapes */

export const ERROR_TEXTS = {
  ...USAGE_TEXTS,

  // The module and its objects
  'no-webassembly': () =>
    msg(
      'This browser has no WebAssembly, or it is switched off, as by Lockdown Mode. Switch it on for this page, or use another browser.',
    ),
  'no-simd': () => msg('This browser is too old. Update it, or use another browser or machine.'),
  'wasm-refused': () =>
    msg(
      "The program is damaged, or the web server forbids WebAssembly. Reload the page. If that does not help, ask the person who looks after the server to allow 'wasm-unsafe-eval' in its Content-Security-Policy.",
    ),
  'out-of-memory': () => msg('There is not enough memory. Reload the page to make room.'),
  'server-answered': (/** @type {{ url: string, status: number }} */ { url, status }) =>
    msg(str`The server answered ${status} instead of sending ${url}.`),
  'too-many-records': (/** @type {{ max: number }} */ { max }) =>
    msg(
      str`This file holds more than ${number(max)} records, the most that fit here. Choose a smaller file.`,
    ),
  'bad-label': () => msg('A label in this file is not a digit from 0 to 9.'),

  // CSV files
  'csv-error': (/** @type {{ row: number, column: number, reason: string }} */ { row, column, reason }) =>
    msg(str`Row ${row}, column ${column}: ${reason}`),
  'csv-error-advised': (
    /** @type {{ row: number, column: number, reason: string }} */ { row, column, reason },
  ) =>
    msg(
      str`Row ${row}, column ${column}: ${reason} Correct the file, or choose one with a label and 784 pixels in each row.`,
    ),
  'csv-not-a-number': (/** @type {{ found: number }} */ { found }) =>
    msg(str`There is ${character(found)} where a number belongs.`),
  'csv-empty-field': () => msg('There is nothing where a number belongs.'),
  'csv-label-range': () => msg('The label is not a digit from 0 to 9.'),
  'csv-label-word': () => msg('The label is a word. It has to be a digit from 0 to 9.'),
  'csv-pixel-range': () => msg('The pixel is outside 0 to 255, or outside 0 to 1 in a file of such pixels.'),
  'csv-too-few-columns': () => `${msg('The row ends here.')} ${record()}`,
  'csv-too-many-columns': () => `${msg('The row goes on.')} ${record()}`,
  'csv-label-columns': () =>
    msg('The label seems to take several columns, one for each digit. It has to be a digit in one column.'),
  'csv-sorted-columns': () =>
    msg('The columns are in alphabetical order: 10 comes right after 1. So the pixels are mixed up.'),
  'csv-no-labels': () => msg('The row has pixels but no label, as in Kaggle’s test.csv.'),
  'csv-line-too-long': () => msg('The line goes on for more than 65,536 bytes, so it is not a record.'),
  'csv-no-records': () => msg('This file holds no records. Choose another file.'),

  // Networks in .npz files
  'npz-not-a-zip': () => msg('This is not an .npz file of numpy, or it was cut off. Choose another file.'),
  'npz-damaged-directory': () => msg('This file is damaged: the list of its arrays cannot be read.'),
  'npz-misplaced': (/** @type {InNpz} */ { file }) =>
    msg(str`This file is damaged: ${file} is not where the list of its arrays says.`),
  'npz-packed': (/** @type {InNpz} */ { file }) =>
    msg(str`${file} is compressed in a way that numpy does not use. Save the network with numpy.savez.`),
  'npz-too-large': (/** @type {InNpz} */ { file }) =>
    msg(str`${file} is larger than any network that fits here.`),
  'npz-arrays-too-large': () =>
    msg('The arrays in this file are larger than those of any network that fits here.'),
  'npz-damaged': (/** @type {InNpz} */ { file }) => msg(str`This file is damaged: ${file} cannot be read.`),
  'npz-not-an-array': (/** @type {InNpz} */ { file }) => msg(str`${file} is not an array of numpy.`),
  'npz-other-size': (/** @type {InNpz & { got: number, bytes: number }} */ { file, got, bytes }) =>
    msg(str`This file is damaged: ${file} has ${number(got)} bytes of numbers, not ${number(bytes)}.`),
  'npz-unknown-type': (/** @type {{ array: string, type: string }} */ { array, type }) =>
    msg(str`The array ${array} has numbers of type ${type}. Save it as float16, float32 or float64.`),
  'npz-not-finite': (/** @type {{ array: string }} */ { array }) =>
    msg(str`The array ${array} holds something that is not a finite number.`),
  'npz-no-network': (/** @type {InArrays} */ { arrays }) =>
    msg(
      str`A network here has 784 inputs, one layer of n hidden nodes and 10 outputs: two arrays (n, 784) and (10, n), or (784, n) and (n, 10). This file has ${list(arrays)}.`,
    ),
  'npz-several-networks': (/** @type {InArrays} */ { arrays }) =>
    msg(
      str`More than two arrays in this file could be the weights: ${list(arrays)}. Call the two that are meant wih and who.`,
    ),
  'npz-has-biases': (/** @type {{ array: string }} */ { array }) =>
    msg(
      str`A network here has no biases, and this file has the array ${array}. Train one without biases, or leave this array out of the file if it is something else.`,
    ),
  'npz-has-layers': (/** @type {{ array: string }} */ { array }) =>
    msg(
      str`A network here has one layer of hidden nodes, and this file has the array ${array} between two. Train one with a single hidden layer.`,
    ),
  'npz-hidden-nodes': (/** @type {{ got: number, max: number }} */ { got, max }) =>
    msg(str`A network here has 1 to ${number(max)} hidden nodes, and this one has ${number(got)}.`),

  'file-unreachable': () => msg('The server could not be reached. Check the connection, and try again.'),
  'file-refused': (/** @type {{ status: number, statusText: string }} */ { status, statusText }) =>
    statusText
      ? msg(str`The server answered ${status} (${statusText}) instead of sending this file.`)
      : msg(str`The server answered ${status} instead of sending this file.`),
  'file-nothing-sent': () => msg('The server sent nothing. Try again.'),
  'file-left-out': () =>
    msg(
      'This file has come without MNIST: choose files of your own under Records, or open the larger file, glassbox-mnist.html.',
    ),
  'collection-file-too-large': () => msg('It is larger than 100 MB, so it is not the file of a class.'),
  'drawing-line': (/** @type {{ line: number }} */ { line }) =>
    msg(
      str`Line ${line} is not a drawing with a label from 0 to 9 and its strokes. Choose a file that was saved here.`,
    ),
  'file-unreadable': () =>
    msg('This file can’t be read. It may have been changed or moved: choose it again.'),
  'file-connection-lost': (/** @type {{ bytes: number, total: number | null }} */ { bytes, total }) => {
    return total
      ? msg(str`The connection was lost after ${number(bytes)} of ${number(total)} bytes. Try again.`)
      : msg(str`The connection was lost after ${number(bytes)} bytes. Try again.`);
  },
  'file-out-of-memory': () =>
    msg(
      'There is not enough memory for this file beside the records in use, which stay until it has been read to its end. Reload the page to make room, or choose a smaller file.',
    ),

  // Files that are packed, or MNIST's own, or no records at all
  'file-damaged-gzip': () =>
    msg('This gzip file is damaged or ends before it should. Download it again, or copy it again.'),
  'file-zip-damaged': () =>
    msg('This zip file is damaged or ends before it should. Download it again, or copy it again.'),
  'file-zip-entry-damaged': () => msg('This file is damaged inside its zip. Download the zip again.'),
  'file-zip-encrypted': () =>
    msg('This file is locked with a password in its zip. Unpack the zip yourself, and choose the file.'),
  'file-zip-method': (/** @type {{ method: number }} */ { method }) =>
    msg(
      str`This file is packed in its zip in a way that can’t be read here (method ${method}). Unpack the zip yourself, and choose the file.`,
    ),
  'file-zip-many': (/** @type {{ count: number }} */ { count }) =>
    msg(
      str`This zip holds ${number(count)} files that may be records. Unpack it, and choose only the files that you want to load.`,
    ),
  'file-zip-without-records': () =>
    msg(
      'This zip holds no CSV file and none of MNIST’s original files. If they are in another zip inside it, unpack that first.',
    ),
  'file-idx-header-cut': () => msg('This MNIST file (IDX) is cut off near its start. Download it again.'),
  'file-idx-type': (/** @type {{ type: string }} */ { type }) =>
    msg(str`This MNIST file (IDX) holds ${type}. Only unsigned bytes can be read here.`),
  'file-idx-shape': (/** @type {{ sizes: number[] }} */ { sizes }) =>
    msg(
      str`This MNIST file (IDX) holds numbers in the shape ${sizes.map(number).join(' × ')}. Pictures must have 28 × 28 pixels; labels must be in a single row.`,
    ),
  'file-idx-empty': () => msg('This MNIST file (IDX) holds nothing. Choose another file.'),
  'file-idx-without-labels': (/** @type {{ name: string }} */ { name }) =>
    msg(
      str`This file holds pictures without their labels. Choose or drop it together with the file of its labels, which may be called ${name}.`,
    ),
  'file-idx-without-images': (/** @type {{ name: string }} */ { name }) =>
    msg(
      str`This file holds labels without their pictures. Choose or drop it together with the file of its pictures, which may be called ${name}.`,
    ),
  'file-idx-counts': (
    /** @type {{ images: number, labels: number, name: string }} */ { images, labels, name },
  ) =>
    msg(
      str`This file holds ${number(images)} pictures, but ${name} holds ${number(labels)} labels. Choose two files that belong together.`,
    ),
  'file-idx-images-cut': (/** @type {{ got: number, count: number }} */ { got, count }) =>
    msg(str`This file ends after ${number(got)} of ${number(count)} pictures. Download it again.`),
  'file-idx-labels-cut': (/** @type {{ got: number, count: number }} */ { got, count }) =>
    msg(str`This file ends after ${number(got)} of ${number(count)} labels. Download it again.`),
  'file-idx-goes-on': (/** @type {{ count: number }} */ { count }) =>
    msg(
      str`This file goes on after the ${number(count)} pictures or labels that it should hold. Download it again.`,
    ),
  'file-idx-label': (/** @type {{ position: number, label: number }} */ { position, label }) =>
    msg(
      str`Label ${number(position)} in this file is ${label}. Only the digits from 0 to 9 can be learned here.`,
    ),
  'file-empty': () => msg('This file is empty. Choose another file.'),
  'file-none-found': () => msg('There are no records here. Choose or drop a CSV file.'),
  'file-of-unknown-set': () =>
    msg(
      'It is not clear whether this file is for training or for testing. Drop it on one of the two fields.',
    ),
  'files-of-unknown-sets': () =>
    msg(
      'It is not clear which of these files is for training and which is for testing. Drop one file on each of the two fields.',
    ),
  'file-sent-web-page': () =>
    msg(
      'The server sent a web page instead of this file. Reload the page; if that does not help, the file is missing on the server.',
    ),
  'file-is-web-page': () =>
    msg('This is a web page, not a file of records. Open the page, and download the CSV file from there.'),
  'file-is-xml': () => msg('This is an XML file. Save the records as CSV, and choose that file.'),
  'file-is-json': () =>
    msg('This is a JSON file or a notebook. Save the records as CSV, and choose that file.'),
  'file-is-pointer': (/** @type {{ format: string }} */ { format }) =>
    msg(
      str`This is only a pointer to the file (${format}). Go to the page of its repository, and download the file itself.`,
    ),
  'file-is-link': () => msg('This is a link, not a file. Save the file on this machine, and drop it here.'),
  'file-is-picture': () =>
    msg('This is a picture. Records are read only from CSV files and from MNIST’s original files.'),
  'file-is-archive': (/** @type {{ format: string }} */ { format }) =>
    msg(str`This file is packed (${format}). Unpack it first, and choose the CSV file that comes out.`),
  'file-is-data': (/** @type {{ format: string }} */ { format }) =>
    msg(
      str`This file holds data in a format that can’t be read here (${format}). Save the data as CSV, and choose that file.`,
    ),
  'file-is-document': (/** @type {{ format: string }} */ { format }) =>
    msg(str`This is a document (${format}). Save the records as CSV, and choose that file.`),
  'file-is-excel': () => msg('This is an Excel workbook. In Excel, save it as CSV, and choose that file.'),
  'file-is-spreadsheet': () =>
    msg('This is an OpenDocument or Numbers file. Open it, save the table as CSV, and choose that file.'),
  'file-is-old-office': () =>
    msg('This is an old or locked Excel or Word file. Open it, save the table as CSV, and choose that file.'),
  'file-is-program': () => msg('This is a program. Choose a CSV file.'),
  'file-is-binary': () => msg('This is neither text nor one of MNIST’s original files. Choose a CSV file.'),

  // The worker
  'worker-unreadable-message': () => msg('One of its messages could not be read.'),
  'worker-not-loaded': () => msg('A part of the page could not be loaded.'),
  'browser-too-old': () => msg('This browser is too old. Update it, or use another browser.'),
  'worker-ended': () => msg('The browser has ended it.'),
  'unexpected-error': (/** @type {{ message: string }} */ { message }) =>
    msg(str`Something unexpected happened (${message}). Reload the page.`),
};

/** @param {number} count */
const number = (count) => new Intl.NumberFormat(locale()).format(count);

/** @param {string[]} items */
const list = (items) => (items.length > 0 ? new Intl.ListFormat(locale()).format(items) : msg('no array'));

/** @param {number} byte */
function character(byte) {
  const names = new Map([
    [9, msg('a tab')],
    [32, msg('a space')],
  ]);
  const isPrintable = byte > 32 && byte < 127;
  return (
    names.get(byte) ??
    (isPrintable ? msg(str`‘${String.fromCharCode(byte)}’`) : msg(str`the byte ${byte}, which is not text,`))
  );
}
