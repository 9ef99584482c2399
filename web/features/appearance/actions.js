import { keep, kept } from '../../ui/storage.js';

/**
 * Light and dark. The document's `data-scheme` is the scheme that is shown, and the document gets an event
 * `scheme` after it has changed: for canvases, which know no custom properties.
 *
 * @typedef {'system' | 'light' | 'dark'} Scheme
 */

/** @type {readonly Scheme[]} */
export const SCHEMES = ['system', 'light', 'dark'];

/** What before-paint.js reads, too. */
const KEY = 'scheme';

/**
 * Takes up the scheme that was chosen on an earlier visit, and follows the system where none was.
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
  state.scheme = SCHEMES.find((scheme) => scheme === kept(KEY)) ?? 'system';
  dark.addEventListener('change', apply);
  return {
    /** @param {Scheme} scheme */
    chooseScheme(scheme) {
      state.scheme = scheme;
      keep(KEY, scheme);
      apply();
      show();
    },
  };
}
