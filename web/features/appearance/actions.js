import { readStored, writeStored } from '../../ui/storage.js';

/**
 * Light and dark. `data-scheme` of the document is the scheme that is shown. When colours may have changed, the document
 * gets an event `scheme`, because canvases cannot use custom properties. High contrast has no choice of scheme.
 *
 * @typedef {'system' | 'light' | 'dark'} Scheme
 */

/** @type {readonly Scheme[]} */
export const SCHEMES = ['system', 'light', 'dark'];

/** The name of the stored scheme. before-paint.js reads it, too. */
const KEY = 'scheme';

/**
 * Uses the scheme chosen on an earlier visit, or follows the system if there was none.
 *
 * @param {{ scheme: Scheme }} state
 * @param {{ show: () => void }} page
 */
export function createSchemeActions(state, { show }) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const forced = matchMedia('(forced-colors: active)');
  const system = () => (dark.matches ? 'dark' : 'light');
  const apply = () => {
    document.documentElement.dataset.scheme =
      state.scheme === 'system' || forced.matches ? system() : state.scheme;
    document.dispatchEvent(new Event('scheme'));
  };
  state.scheme = SCHEMES.find((scheme) => scheme === readStored(KEY)) ?? 'system';
  for (const query of [dark, forced]) query.addEventListener('change', apply);
  return {
    /** @param {Scheme} scheme */
    chooseScheme(scheme) {
      state.scheme = scheme;
      writeStored(KEY, scheme);
      apply();
      show();
    },
  };
}
