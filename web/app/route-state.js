/** @typedef {import('./page-state.js').State} State */
/** @typedef {import('./link.js').Route} Route */

/**
 * The route of the current page.
 *
 * @param {State} state
 * @returns {Route}
 */
export function routeOf({ tab, lesson: { card }, present, hide }) {
  return {
    // A presentation of the stage shows no tab.
    tab: present === 'stage' ? null : tab,
    card: card === null ? null : card + 1,
    present: present !== null,
    hide,
  };
}

/**
 * Applies a route.
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
 * Whether a part of the page is shown: a link can hide parts, and a presentation shows only one.
 *
 * @param {State} state
 * @param {'stage' | import('./routes.js').Part} part
 */
export function visible({ present, hide }, part) {
  return (present === null || part === present) && !hide.some((hidden) => hidden === part);
}
