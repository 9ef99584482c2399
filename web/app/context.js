/**
 * What all actions work with.
 *
 * @typedef {object} Context
 * @property {import('./page-state.js').State} state
 * @property {() => import('./worker-client.js').Worker} worker as it is now
 * @property {() => void} show draws the page anew
 * @property {<T>(request: Promise<T>) => Promise<T | null>} said null where it failed, which is said on
 *   the page
 */
export {};
