import { readStored, writeStored } from '../../ui/storage.js';

/**
 * Light and dark. `data-scheme` of the document is the scheme that is shown. When it changes, the document gets an
 * event `scheme`, because canvases cannot use custom properties.
 *
 * @typedef {'system' | 'light' | 'dark'} Scheme
 */

/** @type {readonly Scheme[]} */
export const SCHEMES = ['system', 'light', 'dark'];

/** The name of the stored scheme. public/before-paint.js reads it, too. */
const KEY = 'scheme';

/**
 * Uses the scheme chosen on an earlier visit, or follows the system if there was none.
 *
 * @param {{ scheme: Scheme }} state
 * @param {{ show: () => void }} page
 */
export function createSchemeActions(state, { show }) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const shown = state.scheme === 'system' ? (dark.matches ? 'dark' : 'light') : state.scheme;
    const { dataset } = document.documentElement;
    if (dataset.scheme === shown) return;
    dataset.scheme = shown;
    document.dispatchEvent(new Event('scheme'));
  };
  state.scheme = readStored(KEY, SCHEMES) ?? 'system';
  dark.addEventListener('change', apply);
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
