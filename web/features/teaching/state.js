/**
 * The part for teachers: a dialog with three sheets to read and to print.
 *
 * @typedef {'guide' | 'worksheet' | 'solution'} Sheet
 *
 * @typedef {object} Teaching
 * @property {Sheet} sheet the open one
 * @property {MadeWorksheet | null} made the worksheet; null: none yet
 * @property {number} turn which of the network's worksheets it is, or is to be, from 0
 * @property {Status} status of the latest one that was asked for
 *
 * @typedef {'' | 'waiting' | 'working' | 'refused'} Status '': it is there, or none was asked for; waiting: for test records;
 *   working: the worker is at it; refused: it could not be made
 *
 * @typedef {import('./questions.js').Worksheet & Origin} MadeWorksheet
 *
 * @typedef {object} Origin
 * @property {import('../../app/page-state.js').Choice} choice recipe and settings of the run
 * @property {string} [file] from which the network was loaded
 * @property {import('../../app/page-state.js').State['records']['test']['loaded']} tests the records of which it has one
 */

/** @type {readonly Sheet[]} */
export const SHEETS = ['guide', 'worksheet', 'solution'];

/** @returns {Teaching} */
export const initialTeaching = () => ({
  sheet: SHEETS[0],
  made: null,
  turn: 0,
  status: '',
});

/**
 * The state after a restart of the worker: a sheet that was made stays.
 *
 * @param {Teaching} teaching
 * @returns {Teaching}
 */
export const restartedTeaching = ({ sheet, made, turn }) => ({ ...initialTeaching(), sheet, made, turn });

/**
 * Whether the worksheet's record is among the test records in use.
 *
 * @param {import('../../app/page-state.js').State} state
 */
export function hasItsRecord({ teaching: { made }, records: { test } }) {
  const { name, records } = made?.tests ?? {};
  return made !== null && name === test.loaded?.name && records === test.loaded?.records;
}
