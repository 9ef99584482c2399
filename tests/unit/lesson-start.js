// A lesson, and a lesson at one of its cards, on a page that notes what they do with it.

import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { lessonActions } from '../../web/features/lesson/actions.js';
import { CARDS } from '../../web/features/lesson/cards.js';

/** @typedef {import('../../web/features/lesson/actions.js').Drive} Drive */

/** For cards that do nothing with the page. */
export const NO_PAGE = /** @type {Drive} */ ({});

/** A lesson on a page that notes what cards do with it. */
export function start() {
  const state = initialState(readLink(''));
  /** @type {unknown[][]} */
  const done = [];
  const latestScore = () => state.runs.main.scores.at(-1) ?? null;
  const page = /** @type {Drive} */ (
    new Proxy(
      {},
      {
        get: (_, name) =>
          name === 'latestScore'
            ? latestScore
            : (/** @type {unknown[]} */ ...args) => done.push([name, ...args]),
      },
    )
  );
  const addProblem = (/** @type {() => string} */ problem) => state.problems.push(problem);
  const actions = lessonActions({ state, show() {}, addProblem }, page);
  state.ready = true;
  state.keeping.isOpened = true;
  return { state, done, actions, page };
}

/**
 * The lesson at a card, with a run as it is before that.
 *
 * @param {string} title
 * @param {Partial<import('../../web/app/page-state.js').Run>} run
 */
export function startAt(title, run) {
  const lesson = start();
  const { state, actions, done } = lesson;
  const change = (/** @type {typeof run} */ to) => {
    state.runs.main = { ...state.runs.main, ...to };
    actions.watchLesson();
  };
  change(run);
  state.lesson.card = CARDS.findIndex((card) => card.title() === title);
  actions.watchLesson();
  const card = /** @type {typeof CARDS[number]} */ (CARDS[state.lesson.card]);
  const isDone = () => state.lesson.task?.done;
  const press = () => card.buttons?.(state).map(({ does }) => does(lesson.page, state));
  done.length = 0;
  return { ...lesson, card, change, isDone, press };
}
