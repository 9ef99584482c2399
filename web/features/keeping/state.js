/**
 * What this browser keeps for the next visit.
 *
 * @typedef {import('../../worker/kept-about.js').About} About
 *
 * @typedef {object} Keeping
 * @property {import('../../worker/keeper.js').Status} status
 * @property {number} bytes how much is kept
 * @property {boolean} isBare whether the page was opened without settings, so that the kept ones count
 * @property {boolean} isRestarted whether this is another worker after one that died: it may have died of the run
 * @property {boolean} isOpened whether what is kept from earlier visits is here, or is not waited for any longer
 * @property {{ about: About, generation: number } | null} restored the run that is here again, until it starts again
 * @property {About[]} offers kept runs that can be brought back
 * @property {boolean} isForgotten whether the visitor had it forgotten, and nothing has been kept since
 * @property {string[]} missing names of the visitor's files that were too large to be kept
 */

/** @returns {Keeping} */
export const initialKeeping = () => ({
  status: 'opening',
  bytes: 0,
  isBare: false,
  isOpened: false,
  isRestarted: false,
  restored: null,
  offers: [],
  isForgotten: false,
  missing: [],
});

/** The state after a restart of the worker. @returns {Keeping} */
export const restartedKeeping = () => ({ ...initialKeeping(), isRestarted: true });

/** @param {Keeping} keeping @param {import('../../worker/messages.js').KeepingMessage} message */
export function takeKeeping(keeping, { status, bytes }) {
  Object.assign(keeping, { status, bytes });
  if (bytes > 0) keeping.isForgotten = false;
}
