/**
 * @typedef {import('../../app/page-state.js').State} State
 * @typedef {import('../../app/page-state.js').Run} Run
 *
 * @typedef {object} Lesson
 * @property {number | null} card the open card, from 0; null: no lesson
 * @property {number} left the card at which the visitor left the lesson
 * @property {boolean} folded whether the card is folded to one line
 * @property {number} shown how often the visitor asked where the card's subject is
 * @property {Task | null} task of the open card; null until the page is ready
 *
 * @typedef {object} Task of a card
 * @property {number} card
 * @property {Run} start the run when the card was opened
 * @property {boolean} done once done, it stays done
 * @property {import('./tilt.js').Tilt | null} tilt of the drawing
 */

/** @returns {Lesson} */
export const initialLesson = () => ({ card: null, left: 0, folded: false, shown: 0, task: null });

/**
 * The state after a restart of the worker: the card stays and is opened again.
 *
 * @param {Lesson} lesson
 * @returns {Lesson}
 */
export const restartedLesson = ({ card, left }) => ({ ...initialLesson(), card, left });

/** @param {State} state @returns {Run} the run on the page */
export const run = ({ runs, runId }) => runs[runId];

/**
 * Whether the run has made a step since the card was opened.
 *
 * @param {State} state
 * @param {Run} start
 */
export const hasLearned = (state, start) => {
  const { step } = run(state);
  return step > (hasBegunAgain(state, start) ? 0 : start.step);
};

/**
 * Whether another run has begun since the card was opened.
 *
 * @param {State} state
 * @param {Run} start
 */
export const hasBegunAgain = (state, start) => run(state).generation !== start.generation;
