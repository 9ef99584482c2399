/**
 * What all actions get.
 *
 * @typedef {object} Context
 * @property {import('./page-state.js').State} state
 * @property {() => import('./worker-client.js').Worker} worker as it is now
 * @property {() => void} show draws the page again
 * @property {<T>(call: Promise<T>) => Promise<T | null>} attempt null if the call fails; then the page says so
 * @property {(problem: string) => void} addProblem for the visitor to read
 */
export {};
