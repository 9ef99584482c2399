import { msg, str } from '@lit/localize';
import { whole } from '../../ui/format.js';
import { CARDS } from './cards.js';
import { straighten } from './tilt.js';

/**
 * @typedef {import('../../app/page-state.js').State} State
 *
 * @typedef {object} Drive what cards can do with the page
 * @property {(strokes: number[][][]) => void} draw
 * @property {(index: number) => void} drawExample
 * @property {(shown: State['stage']['shown']) => void} put on the stage
 * @property {() => void} unpin
 * @property {(tab: import('../../app/page-state.js').Tab) => void} openTab
 * @property {() => void} goToCloser scrolls to the open tab
 * @property {(open: boolean, position?: number) => void} openFoil
 * @property {(page: number) => void} turnTo of the microscope
 * @property {(kind: 'test') => void} fetchMissing records
 * @property {(step: number | null) => void} rewind
 * @property {(speed: number) => void} changeSpeed
 * @property {() => void} train
 * @property {() => void} pause
 * @property {() => void} step
 * @property {() => void} reset
 * @property {(state: State) => { step: number, accuracy: number } | null} latestScore
 */

/**
 * Going through the lesson.
 *
 * @param {Pick<import('../../app/context.js').Context, 'state' | 'show' | 'addProblem'>} context
 * @param {Drive} page
 */
export function lessonActions({ state, show, addProblem }, page) {
  /** @param {number | null} card from 0; null: leave */
  const goToCard = (card) => {
    state.lesson.card = card;
    show();
  };

  /** @param {number} card */
  const open = (card) => {
    page.unpin();
    straighten(page, state);
    if (state.lesson.task) CARDS[state.lesson.task.card].leave?.(page);
    CARDS[card].prepare(page, state);
    const task = { card, start: state.runs[state.runId], done: false, tilt: null };
    Object.assign(state.lesson, { task, folded: false, shown: 0 });
  };

  return {
    /** Starts the lesson, or continues it at the card where the visitor left. */
    startLesson: () => goToCard(state.lesson.card ?? state.lesson.left),
    leaveLesson() {
      state.lesson.left = state.lesson.card ?? state.lesson.left;
      goToCard(null);
    },
    /** After the last card, the lesson ends. */
    nextCard() {
      const { card } = state.lesson;
      if (card === null) return;
      state.lesson.left = 0;
      goToCard(card < CARDS.length - 1 ? card + 1 : null);
    },
    previousCard() {
      if (state.lesson.card) goToCard(state.lesson.card - 1);
    },

    /** Folds the card to one line, or unfolds it. */
    foldCard() {
      state.lesson.folded = !state.lesson.folded;
      show();
    },
    /** Brings what the card is about into view, and gives it the focus. */
    showSubject() {
      state.lesson.shown++;
      show();
    },

    /** @param {import('./card.js').Button} button */
    pressCard: (button) => button.does(page, state),

    /**
     * To be called before each redraw. Opens a card that has been requested by a button or a link, about the drawing and
     * the run of an earlier visit if there are any, and checks whether its task is done. Once done, it stays done.
     */
    watchLesson() {
      const { ready, keeping, lesson } = state;
      const { card, task } = lesson;
      if (card !== null && !CARDS[card]) {
        lesson.card = null;
        addProblem(() =>
          msg(
            str`The link asks for card ${whole(card + 1)} of the lesson, which has ${whole(CARDS.length)}.`,
          ),
        );
      } else if (card === null) {
        straighten(page, state);
        lesson.task = null;
      } else if (task?.card !== card) {
        if (ready && keeping.isOpened) open(card);
      } else task.done ||= CARDS[card].done(state, task.start, page);
    },
  };
}
