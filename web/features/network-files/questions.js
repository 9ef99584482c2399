/**
 * The network that answers, as a file.
 *
 * @param {import('../../worker/question-context.js').QuestionContext} context
 * @param {import('./actions.js').Origin} origin stored beside the weights
 * @returns {Uint8Array<ArrayBuffer>} an .npz
 */
export const save = ({ answering }, origin) => answering.network.save(origin);
