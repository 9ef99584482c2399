import { addProblem } from '../../app/page-state.js';
import { CARDS } from './cards.js';

/**
 * What cards do with the page.
 *
 * @typedef {ReturnType<typeof import('../stage/actions.js').stageActions>
 *   & ReturnType<typeof import('../training/actions.js').runActions>
 *   & Pick<ReturnType<typeof import('../microscope/actions.js').microscopeActions>, 'turnTo'>
 *   & { openTab: (tab: import('../../app/page-state.js').Tab) => void }} Drive
 */

/**
 * Going through the lesson.
 *
 * @param {Pick<import('../../app/context.js').Context, 'state' | 'show'>} context
 * @param {Drive} page
 */
export function lessonActions({ state, show }, page) {
  /** Where the lesson was left. */
  let left = 0;

  /** @param {number | null} card from 0; null: leave */
  const goToCard = (card) => {
    state.lesson = card;
    show();
  };

  /** @param {number} card */
  const open = (card) => {
    page.unpin();
    CARDS[card].prepare(page, state);
    state.task = { card, start: { ...state, task: null }, said: '', tilt: null };
  };

  return {
    /** From the start, or from where it was left. */
    startLesson: () => goToCard(state.lesson ?? left),
    leaveLesson() {
      left = state.lesson ?? left;
      goToCard(null);
    },
    /** After the last card the visitor is free. */
    nextCard() {
      if (state.lesson === null) return;
      left = 0;
      goToCard(state.lesson < CARDS.length - 1 ? state.lesson + 1 : null);
    },
    previousCard() {
      if (state.lesson) goToCard(state.lesson - 1);
    },

    /** @param {import('./cards.js').Button} button */
    pressCard: (button) => button.does(page, state),

    /**
     * Before the state is drawn: opens the card that is asked for, by whatever asked for it, and sees whether
     * the visitor has done its task. Once done stays done.
     */
    watchLesson() {
      const { ready, lesson, task } = state;
      if (lesson !== null && !CARDS[lesson]) {
        state.lesson = null;
        addProblem(
          state,
          `in the link, card takes a whole number from 1 to ${CARDS.length}, not ‘${lesson + 1}’`,
        );
      } else if (lesson === null) state.task = null;
      else if (task?.card !== lesson) {
        if (ready) open(lesson);
      } else if (!task.said && CARDS[lesson].done(state, task.start)) task.said = CARDS[lesson].after(state);
    },
  };
}
