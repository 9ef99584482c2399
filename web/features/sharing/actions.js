import { routeOf } from '../../app/route-state.js';
import { PART_NAMES } from '../../app/routes.js';
import { keep, kept } from '../../ui/storage.js';

/** Under what name it is kept whether the keys are on. */
const KEYS = 'keys';

/**
 * The dialogs of the page's head: the list of keys, and making a link.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function toolsActions({ state, show }) {
  const { tools } = state;
  tools.keysOn = kept(KEYS) !== 'off';

  /** @param {Partial<import('../../app/link.js').Route>} change */
  const changeOffer = (change) => {
    tools.offer = { ...tools.offer, ...change };
    tools.copied = '';
    show();
  };

  return {
    listKeys() {
      tools.open = 'keys';
      show();
    },
    /** @param {boolean} on */
    switchKeys(on) {
      tools.keysOn = on;
      keep(KEYS, on ? 'on' : 'off');
      show();
    },

    makeLink() {
      tools.open = 'link';
      tools.offer = routeOf(state);
      tools.copied = '';
      show();
    },
    changeOffer,
    /**
     * Has the link hide a part of the page, or show it.
     *
     * @param {import('../../app/routes.js').Part} part
     * @param {boolean} hidden
     */
    hideInOffer(part, hidden) {
      const { hide } = tools.offer;
      changeOffer({ hide: PART_NAMES.filter((name) => (name === part ? hidden : hide.includes(name))) });
    },
    /**
     * Copies the link, or where the browser lets no page do that, selects it for the visitor to copy.
     *
     * @param {HTMLInputElement} field where it stands
     */
    async copyLink(field) {
      try {
        // There is no clipboard on a page that came by plain HTTP.
        await navigator.clipboard.writeText(field.value);
        tools.copied = 'copied';
      } catch {
        field.select();
        tools.copied = 'selected';
      }
      show();
    },

    closeDialog() {
      tools.open = null;
      show();
    },
  };
}
