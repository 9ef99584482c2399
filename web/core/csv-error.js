import { errorText } from '../shared/errors.js';

/** The error codes, in the order of csv_reason in src/csv_error.h from CSV_NOT_A_NUMBER on. */
const CODES = /** @type {const} */ ([
  'csv-not-a-number',
  'csv-empty-field',
  'csv-label-range',
  'csv-label-word',
  'csv-pixel-range',
  'csv-too-few-columns',
  'csv-too-many-columns',
  'csv-label-columns',
  'csv-sorted-columns',
  'csv-no-labels',
  'csv-line-too-long',
  'csv-no-records',
]);

/** An error in a CSV file, with its position and reason. */
export class CsvError extends Error {
  name = 'CsvError';

  /**
   * @param {number} index a csv_reason of src/csv_error.h
   * @param {number} row from 1, of the file
   * @param {number} column from 1, the label's
   * @param {number} found the wrong byte, if there is one
   */
  constructor(index, row, column, found) {
    const code = CODES[index - 1];
    const reason = errorText(code, { found });
    // If a file has no records, there is no position to report.
    super(code === 'csv-no-records' ? reason : errorText('csv-error', { row, column, reason }));
    this.code = code;
    this.parameters = { row, column, found };
    this.row = row;
    this.column = column;
    this.reason = reason;
  }
}
