/**
 * @typedef {import('../../app/page-state.js').State} State
 * @typedef {import('../../app/page-state.js').Run} Run
 *
 * @typedef {object} Lesson
 * @property {number | null} card that is open, from 0; null: there is no lesson
 * @property {number} left the card at which the lesson was left
 * @property {Task | null} task of the open card, once the page is ready for it
 *
 * @typedef {object} Task what a card asks the visitor to do
 * @property {number} card
 * @property {Run} start the run when the card was opened
 * @property {string} said in answer to what the visitor did; '': it is still to be done
 * @property {import('./tilt.js').Tilt | null} tilt how the drawing was tilted for it
 */

/** @returns {Lesson} */
export const initialLesson = () => ({ card: null, left: 0, task: null });

/**
 * What a restart of the worker leaves: the card, which is opened again.
 *
 * @param {Lesson} lesson
 * @returns {Lesson}
 */
export const restartedLesson = ({ card, left }) => ({ card, left, task: null });

/** @param {State} state @returns {Run} the one on the page */
export const run = ({ runs, runId }) => runs[runId];

/**
 * Whether it has made a step since the card was opened.
 *
 * @param {State} state
 * @param {Run} start
 */
export const hasLearned = (state, start) => {
  const { generation, step } = run(state);
  return step > (generation === start.generation ? start.step : 0);
};
