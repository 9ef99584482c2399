import { pictureOf } from './picture.js';

/** @typedef {import('../glassbox.js').Network} Network */
/**
 * The first argument of a feature's questions (features/<name>/questions.js). Questions change nothing.
 *
 * @typedef {object} QuestionContext
 * @property {import('../glassbox.js').Glassbox} glassbox
 * @property {import('../glassbox.js').Records} records
 * @property {{ testSetVersion: number }} loader testSetVersion changes with the test records
 * @property {Network | null} bundled the network that comes with the page
 * @property {{ shown: import('../glassbox.js').Run['shown'], networkAt: (step: number | null) => Network }} run the one
 *   that the page asks about; networkAt: its network at a step, as far as snapshots are kept; null: now
 * @property {{ kind: import('./answering.js').Answering['kind'], network: Network, step: number,
 *   weights: { wih: Float32Array, who: Float32Array } }} answering the network that answers for that run, at a step of it
 * @property {() => Promise<Network>} robust loads the robust network that comes with the page
 * @property {(subject: import('./picture.js').Subject) => import('./picture.js').Picture | null} pictureOf
 *   null: there is no ink, or no such record yet
 */

/**
 * @param {Omit<QuestionContext, 'pictureOf'>} parts
 * @returns {QuestionContext}
 */
export const questionContext = (parts) => ({ ...parts, pictureOf: (subject) => pictureOf(parts, subject) });
