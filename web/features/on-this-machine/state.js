/**
 * What is stored on this machine, and what has left it.
 *
 * @typedef {object} OnThisMachine
 * @property {number} sent bytes that the page has sent
 * @property {'unknown' | 'impossible' | 'refused' | 'stored' | 'removed'} offline whether the page works without a
 *   network. impossible: browsers do not store pages from such an address; refused: this browser does not
 * @property {number} bytes stored by this site, as the browser estimates; 0: not known
 * @property {boolean} renewed whether another release of the page is ready
 */

/** @returns {OnThisMachine} */
export const initialOnThisMachine = () => ({ sent: 0, offline: 'unknown', bytes: 0, renewed: false });
