import { isArriving } from '../../shared/file-progress.js';

/**
 * Opening and printing the sheets for teachers, and making worksheets.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {object} page
 * @param {(kind: 'test') => void} page.fetchMissing records
 * @param {(shown: { about: 'record', index: number }) => void} page.put on the stage
 */
export function teachingActions({ state, worker, show, attempt }, { fetchMissing, put }) {
  /** Makes a worksheet that waits for test records, once they have arrived or failed. */
  const workOnSheet = async () => {
    const { teaching, records, choice, runId, runs } = state;
    if (teaching.status !== 'waiting' || isArriving(records.test)) return;
    teaching.status = records.test.loaded ? 'working' : 'refused';
    show();
    if (teaching.status === 'refused') return;
    const turn = teaching.made ? teaching.turn + 1 : teaching.turn;
    const origin = { choice, file: runs[runId].answering?.file, tests: records.test.loaded };
    const { learningRate } = choice.settings;
    const made = await attempt(worker().teaching.worksheet(runId, learningRate, turn));
    // The worker may have been replaced meanwhile, and the state with it.
    if (teaching !== state.teaching) return;
    teaching.status = made ? '' : 'refused';
    // If there was a sheet before, it stays.
    if (made) Object.assign(teaching, { made: { ...made, ...origin }, turn });
    show();
  };

  /** A worksheet from the network of now, with another record than the one before. */
  const makeWorksheet = () => {
    state.teaching.status = 'waiting';
    fetchMissing('test');
    workOnSheet();
  };

  /** Makes the first worksheet when it is looked at. */
  const prepareSheet = () => {
    const { sheet, made, status } = state.teaching;
    const isOpen = state.dialog === 'teaching' && sheet !== 'guide';
    if (isOpen && state.ready && !made && status === '') makeWorksheet();
  };

  return {
    workOnSheet,
    makeWorksheet,
    prepareSheet,

    /** @param {import('./state.js').Sheet} [sheet] default: the one that was open last */
    openTeaching(sheet = state.teaching.sheet) {
      state.dialog = 'teaching';
      state.teaching.sheet = sheet;
      prepareSheet();
      show();
    },
    printSheet: () => print(),
    /** Shows the worksheet's record on the stage. */
    showSheetRecord() {
      const { made } = state.teaching;
      state.dialog = null;
      if (made) put({ about: 'record', index: made.record });
    },
  };
}
