/**
 * The accept attribute of inputs for files of records: CSV, zip, gzip and MNIST's own format.
 *
 * Desktop browsers go by the extensions. Android's file chooser knows MIME types only, and which ones it gives to a
 * file depends on the app that wrote or stores it: a .csv can be any of the text types or Excel's, and files
 * without an extension, as MNIST's own, are octet-streams. What a file really is, its first bytes tell.
 */
export const ACCEPT = [
  '.csv',
  '.tsv',
  '.txt',
  '.gz',
  '.zip',
  '.idx1-ubyte',
  '.idx3-ubyte',
  'text/csv',
  'text/comma-separated-values',
  'text/tab-separated-values',
  'text/plain',
  'application/csv',
  'application/vnd.ms-excel',
  'application/gzip',
  'application/x-gzip',
  'application/zip',
  'application/x-zip-compressed',
  'application/octet-stream',
].join(',');
