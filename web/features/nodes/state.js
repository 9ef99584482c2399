/**
 * @typedef {object} Nodes the weights of the hidden nodes, as pictures
 * @property {boolean} seen whether they are in view
 * @property {Awaited<ReturnType<import('../../worker/questions.js').Questions['weightPictures']>> | null} weights
 */

/** @returns {Nodes} */
export const initialNodes = () => ({ seen: false, weights: null });
