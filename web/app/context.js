/**
 * The first argument of every function that creates actions.
 *
 * @typedef {object} Context
 * @property {import('./page-state.js').State} state
 * @property {() => import('./worker-client.js').Worker} worker returns the current worker
 * @property {() => void} show redraws the page
 * @property {<T>(call: Promise<T>) => Promise<T | null>} attempt null if the call fails; the page then reports it
 * @property {(problem: import('../shared/message.js').Text) => void} addProblem reports a problem to the visitor
 */
export {};
