/**
 * @typedef {import('../../app/page-state.js').State} State
 * @typedef {import('../../app/page-state.js').Run} Run
 *
 * @typedef {object} Lesson
 * @property {number | null} card the open card, from 0; null: no lesson
 * @property {number} left the card at which the visitor left the lesson
 * @property {Task | null} task of the open card; null until the page is ready
 *
 * @typedef {object} Task of a card
 * @property {number} card
 * @property {Run} start the run when the card was opened
 * @property {string} said the explanation after the task is done; '': not done yet
 * @property {import('./tilt.js').Tilt | null} tilt of the drawing
 */

/** @returns {Lesson} */
export const initialLesson = () => ({ card: null, left: 0, task: null });

/**
 * The state after a restart of the worker: the card stays and is opened again.
 *
 * @param {Lesson} lesson
 * @returns {Lesson}
 */
export const restartedLesson = ({ card, left }) => ({ card, left, task: null });

/** @param {State} state @returns {Run} the run on the page */
export const run = ({ runs, runId }) => runs[runId];

/**
 * Whether the run has made a step since the card was opened.
 *
 * @param {State} state
 * @param {Run} start
 */
export const hasLearned = (state, start) => {
  const { generation, step } = run(state);
  return step > (generation === start.generation ? start.step : 0);
};
