import { readStored, writeStored } from '../../ui/storage.js';

/**
 * Light and dark. `data-scheme` of the document is the scheme that is shown. When colours may have changed, the document
 * gets an event `scheme`, because canvases cannot use custom properties. High contrast has no choice of scheme, and
 * printing has a scheme of its own, `paper`.
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
 * @param {Pick<import('../../app/context.js').Context, 'state' | 'show'>} context
 */
export function appearanceActions({ state, show }) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const forced = matchMedia('(forced-colors: active)');
  const print = matchMedia('print');
  const shown = () => {
    if (print.matches) return 'paper';
    if (state.scheme !== 'system' && !forced.matches) return state.scheme;
    return dark.matches ? 'dark' : 'light';
  };
  /** @param {string} scheme */
  const apply = (scheme) => {
    document.documentElement.dataset.scheme = scheme;
    document.dispatchEvent(new Event('scheme'));
  };
  const update = () => apply(shown());
  state.scheme = readStored(KEY, SCHEMES) ?? 'system';
  for (const query of [dark, forced, print]) query.addEventListener('change', update);
  // Canvases must be drawn for the paper before the browser turns to it. The page is shorter then, and scrolls up.
  let scrolled = 0;
  addEventListener('beforeprint', () => {
    if (document.documentElement.dataset.scheme !== 'paper') scrolled = scrollY;
    apply('paper');
  });
  addEventListener('afterprint', () => {
    update();
    scrollTo(0, scrolled);
  });
  return {
    /** @param {Scheme} scheme */
    chooseScheme(scheme) {
      state.scheme = scheme;
      writeStored(KEY, scheme);
      update();
      show();
    },
  };
}
