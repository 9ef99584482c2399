import { keep, kept } from '../kept.js';
import { placeOf } from '../state.js';

/** Under what name it is kept whether the keys are on. */
const KEYS = 'keys';

/**
 * The dialogs of the page's head: the list of keys, and making a link.
 *
 * @param {import('./context.js').Context} context
 */
export function toolsActions({ state, show }) {
  const { tools } = state;
  tools.keysOn = kept(KEYS) !== 'off';

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
      tools.offer = placeOf(state);
      tools.copied = '';
      show();
    },
    /** @param {Partial<import('../state.js').Place>} change */
    changeOffer(change) {
      tools.offer = { ...tools.offer, ...change };
      tools.copied = '';
      show();
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
