// The cards and dialogs of the page, its address and its focus.

/** @typedef {import('../browser/page.js').Page} Page */

/** The headings of all cards. */
export const ALL = [
  'The network at work',
  'Train',
  'Look closer',
  'Recipe',
  'Records',
  'Your class',
  'Network files',
  'On this machine',
  'Take it with you',
];

/** The headings of the cards that are there. @param {Page} page */
export const cards = (page) =>
  page.evaluate(() => Array.from(document.querySelectorAll('main .card > h2'), (title) => title.textContent));

/** @param {Page} page @param {string[]} wanted */
export const cardsAre = (page, wanted) =>
  page.until(
    (wanted) =>
      Array.from(document.querySelectorAll('main .card > h2'), (title) => title.textContent).join() ===
      wanted,
    { what: `the cards ${wanted}` },
    wanted.join(),
  );

/** @param {Page} page */
export const fragment = (page) => page.evaluate(() => location.hash);

/** @param {Page} page @param {string} wanted */
export const fragmentIs = (page, wanted) =>
  page.until((wanted) => location.hash === wanted, { what: `the address ${wanted}` }, wanted);

/** The name of what has the focus. @param {Page} page */
export const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim());

/** @param {Page} page @param {string} id of a dialog */
export const isOpen = (page, id) =>
  page.evaluate((id) => /** @type {HTMLDialogElement} */ (document.getElementById(id)).open, id);

/**
 * Waits until a dialog is open or closed, and the page knows it.
 *
 * @param {Page} page
 * @param {string} id
 * @param {boolean} open
 */
export const becomes = (page, id, open) =>
  page.until(
    (id, open) => {
      const dialog = /** @type {HTMLDialogElement} */ (document.getElementById(id));
      return dialog.open === open && dialog.childElementCount > 1 === open;
    },
    { what: `the dialog ${id} to be ${open ? 'open' : 'closed'}` },
    id,
    open,
  );
