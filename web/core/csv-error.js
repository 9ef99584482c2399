import { errorText } from '../shared/errors.js';

/** What may be wrong with a file, in the order of csv_reason in src/csv.h, from CSV_NOT_A_NUMBER on. */
const CODES = /** @type {const} */ ([
  'csv-not-a-number',
  'csv-empty-field',
  'csv-label-range',
  'csv-pixel-range',
  'csv-too-few-columns',
  'csv-too-many-columns',
  'csv-blank-row',
  'csv-no-records',
]);

/** A CSV file is not as MNIST's are: where, and why, in plain words. */
export class CsvError extends Error {
  name = 'CsvError';

  /**
   * @param {number} index a csv_reason of src/csv.h
   * @param {number} row from 1, of the file
   * @param {number} column from 1, the label's
   * @param {number} found the byte at fault, where there is one
   */
  constructor(index, row, column, found) {
    const code = CODES[index - 1];
    const reason = errorText(code, { found });
    // A file without records has no place where that shows.
    super(code === 'csv-no-records' ? reason : errorText('csv-error', { row, column, reason }));
    this.code = code;
    this.parameters = { row, column, found };
    this.row = row;
    this.column = column;
    this.reason = reason;
  }
}
