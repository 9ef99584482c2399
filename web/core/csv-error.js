import { RECORD_COLUMNS } from '../shared/shape.js';

/** What may be wrong with a file, in the order of csv_reason in src/csv.h. */
const REASONS = [
  () => '',
  (/** @type {number} */ found) => `found ${character(found)} where a whole number belongs`,
  () => 'there is nothing where a whole number belongs',
  () => 'the label is outside 0..9',
  () => 'the pixel is outside 0..255',
  () => `the row ends here; a record has ${RECORD_COLUMNS} columns: a label and 784 pixels`,
  () => `the row goes on; a record has ${RECORD_COLUMNS} columns: a label and 784 pixels`,
  () => 'the row is empty, and others follow it',
  () => 'the file holds no records',
];

/** csv_reason CSV_NO_RECORDS. */
const NO_RECORDS = REASONS.length - 1;

/** @param {number} byte */
function character(byte) {
  const names = new Map([
    [9, 'a tab'],
    [10, 'the end of the row'],
    [13, 'a carriage return'],
    [32, 'a space'],
  ]);
  const printable = byte > 32 && byte < 127;
  return (
    names.get(byte) ?? (printable ? `‘${String.fromCharCode(byte)}’` : `the byte ${byte}, which is no text,`)
  );
}

/** A CSV file is not as MNIST's are: where, and why, in plain words. */
export class CsvError extends Error {
  /**
   * @param {number} code a csv_reason of src/csv.h
   * @param {number} row from 1, of the file
   * @param {number} column from 1, the label's
   * @param {number} found the byte at fault, where there is one
   */
  constructor(code, row, column, found) {
    const reason = REASONS[code](found);
    // A file without records has no place where that shows.
    super(code === NO_RECORDS ? reason : `row ${row}, column ${column}: ${reason}`);
    this.name = 'CsvError';
    this.row = row;
    this.column = column;
    this.reason = reason;
  }
}
