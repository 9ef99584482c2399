import { initialImagination } from '../features/imagination/state.js';
import { changeDrawing } from '../features/stage/state.js';
import { changeRun } from '../features/training/state.js';
import { WHOLE_PAGE } from './link.js';

/** @typedef {import('./page-state.js').State} State */
/** @typedef {import('./link.js').Route} Route */

/**
 * The route of the current page: what a visitor would find again under its address. What they have drawn, the step that
 * they view and the speed change all the time, so only links that are made for others have them.
 *
 * @param {State} state
 * @returns {Route}
 */
export function routeOf(state) {
  const { tab, lesson, present, hide, imagination, dialog, teaching, language } = state;
  const { card } = lesson;
  const { way, chosen } = imagination;
  return {
    // In a presentation, nothing but a closer look shows a tab.
    tab: present === null || present === 'closer' ? tab : null,
    card: card === null ? null : card + 1,
    present: present !== null,
    hide,
    pictures: way,
    digit: tab === 'imagination' && isChosen(chosen) ? chosen.first : null,
    drawing: null,
    step: null,
    speed: null,
    teach: dialog === 'teaching' ? teaching.sheet : null,
    ...linkedLanguage(language),
  };
}

/**
 * The whole page, for links that a teacher hands on: in the language that the teacher’s own link names.
 *
 * @param {Pick<State, 'language'>} state
 * @returns {Route}
 */
export const wholePage = ({ language }) => ({ ...WHOLE_PAGE, ...linkedLanguage(language) });

/** @param {State['language']} language */
const linkedLanguage = ({ isLinked, name }) => isLinked && { lang: name };

/** Whether the visitor has chosen a digit that the network is to imagine. @param {State['imagination']['chosen']} chosen */
const isChosen = ({ kind, first }) => kind === 'digit' && first !== initialImagination().chosen.first;

/**
 * Applies a route.
 *
 * @param {State} state
 * @param {Route} route
 */
export function goTo(state, { tab, card, present, hide, pictures, digit, drawing, step, teach, lang }) {
  state.tab = hide.includes('closer') ? null : tab;
  state.lesson.card = card === null ? null : card - 1;
  state.hide = hide;
  state.imagination.way = pictures;
  if (digit !== null) state.imagination.chosen = { ...state.imagination.chosen, kind: 'digit', first: digit };
  if (drawing) changeDrawing(state.stage, drawing);
  if (step !== null) changeRun(state, { pauseAt: step });
  if (teach) {
    state.dialog = 'teaching';
    state.teaching.sheet = teach;
  } else if (state.dialog === 'teaching') state.dialog = null;
  state.language.isLinked = lang !== undefined;
  state.present = present ? (state.tab ? 'closer' : 'stage') : null;
}

/**
 * Whether a part of the page is shown: a link can hide parts, and a presentation shows only one.
 *
 * @param {State} state
 * @param {'stage' | import('./routes.js').Part} part
 */
export function visible({ present, hide }, part) {
  return (present === null || part === present) && !hide.some((hidden) => hidden === part);
}
