import { difference } from './texts.js';

/**
 * Making a link.
 *
 * @typedef {import('../../app/page-state.js').Route} Route
 *
 * @param {import('../../app/context.js').Context} context
 * @param {object} page
 * @param {() => Route} page.route the page's current route
 * @param {Route['hide']} page.partNames all parts that a link can hide, in order
 */
export function sharingActions({ state, show }, { route, partNames }) {
  const { sharing } = state;

  /** @param {Partial<Route>} change */
  const changeOffer = (change) => {
    sharing.offer = { ...(sharing.offer ?? route()), ...change };
    sharing.copied = '';
    show();
  };

  return {
    makeLink() {
      const { strokes } = state.stage;
      const { viewedStep, step, active, done } = state.runs[state.runId];
      const isPaused = step > 0 && !active && !done;
      state.dialog = 'link';
      changeOffer({
        ...route(),
        drawing: strokes.length > 0 ? strokes : null,
        step: difference(state) ? null : (viewedStep ?? (isPaused ? step : null)),
      });
    },
    changeOffer,
    /**
     * Sets whether the link hides a part of the page.
     *
     * @param {Route['hide'][number]} part
     * @param {boolean} hidden
     */
    hideInOffer(part, hidden) {
      const { hide } = sharing.offer ?? route();
      changeOffer({ hide: partNames.filter((name) => (name === part ? hidden : hide.includes(name))) });
    },
    /**
     * Copies the link. If the browser refuses, selects it for the visitor to copy.
     *
     * @param {HTMLInputElement} field with the link
     */
    async copyLink(field) {
      try {
        // A page served over plain HTTP has no clipboard.
        await navigator.clipboard.writeText(field.value);
        sharing.copied = 'copied';
      } catch {
        field.select();
        sharing.copied = 'selected';
      }
      show();
    },
  };
}
