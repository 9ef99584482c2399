/**
 * What all actions work with.
 *
 * @typedef {object} Context
 * @property {import('./page-state.js').State} state
 * @property {() => import('./worker-client.js').Worker} worker as it is now
 * @property {() => void} show draws the page anew
 * @property {<T>(call: Promise<T>) => Promise<T | null>} attempt null if the call fails, which the page then says
 * @property {(problem: string) => void} addProblem for the visitor to read
 */
export {};
