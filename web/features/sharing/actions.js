/**
 * Making a link.
 *
 * @typedef {import('../../app/page-state.js').Route} Route
 *
 * @param {import('../../app/context.js').Context} context
 * @param {object} page
 * @param {() => Route} page.route to the page as it is
 * @param {Route['hide']} page.partNames of all that a link can hide, in order
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
      state.dialog = 'link';
      changeOffer(route());
    },
    changeOffer,
    /**
     * Has the link hide a part of the page, or show it.
     *
     * @param {Route['hide'][number]} part
     * @param {boolean} hidden
     */
    hideInOffer(part, hidden) {
      const { hide } = sharing.offer ?? route();
      changeOffer({ hide: partNames.filter((name) => (name === part ? hidden : hide.includes(name))) });
    },
    /**
     * Copies the link. Where the browser lets no page do that, it selects it for the visitor to copy.
     *
     * @param {HTMLInputElement} field that holds it
     */
    async copyLink(field) {
      try {
        // There is no clipboard on a page that came by plain HTTP.
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
