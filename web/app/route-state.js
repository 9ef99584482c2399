/** @typedef {import('./page-state.js').State} State */
/** @typedef {import('./link.js').Route} Route */

/**
 * Where a link to the page as it is leads.
 *
 * @param {State} state
 * @returns {Route}
 */
export function routeOf({ tab, lesson: { card }, present, hide }) {
  return {
    // In a presentation, what is not in front is not there.
    tab: present === 'stage' ? null : tab,
    card: card === null ? null : card + 1,
    present: present !== null,
    hide,
  };
}

/**
 * Goes where a link leads.
 *
 * @param {State} state
 * @param {Route} route
 */
export function goTo(state, { tab, card, present, hide }) {
  state.tab = hide.includes('closer') ? null : tab;
  state.lesson.card = card === null ? null : card - 1;
  state.hide = hide;
  state.present = present ? (state.tab ? 'closer' : 'stage') : null;
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
