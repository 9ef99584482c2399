/** @typedef {import('./page-state.js').State} State */
/** @typedef {import('./link.js').Place} Place */

/**
 * Where a link to the page as it is leads.
 *
 * @param {State} state
 * @returns {Place}
 */
export function placeOf({ view, lesson, present, hide }) {
  return {
    // In a presentation, what is not in front is not there.
    view: present === 'stage' ? null : view,
    card: lesson === null ? null : lesson + 1,
    present: present !== null,
    hide,
  };
}

/**
 * Goes where a link leads.
 *
 * @param {State} state
 * @param {Place} place
 */
export function goTo(state, { view, card, present, hide }) {
  state.view = hide.includes('closer') ? null : view;
  state.lesson = card === null ? null : card - 1;
  state.hide = hide;
  state.present = present ? (state.view ? 'closer' : 'stage') : null;
}

/**
 * Whether a part of the page is shown: links leave some out, a presentation all but one.
 *
 * @param {State} state
 * @param {'stage' | import('./routes.js').Part} part
 */
export function visible({ present, hide }, part) {
  return (present === null || part === present) && !hide.some((hidden) => hidden === part);
}
