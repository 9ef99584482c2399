import { Observer } from './observer.js';
import { Reader } from './reader.js';

/**
 * What other workers do beside training, so that training does not wait. They share nothing with the training worker,
 * which asks them and is sent copies.
 *
 * @typedef {{ reader: Reader | import('comlink').Remote<Reader>, observer: Observer | import('comlink').Remote<Observer> }}
 *   Assistants in the same thread, or in others
 */

/** By the names of the workers. */
export const ASSISTANTS = /** @type {const} */ ({ reader: Reader, observer: Observer });

/** @typedef {keyof typeof ASSISTANTS} AssistantName */

/**
 * Assistants in the same thread.
 *
 * @param {import('../../glassbox.js').Glassbox} glassbox
 * @returns {Assistants}
 */
export const localAssistants = (glassbox) => ({
  reader: new Reader(glassbox),
  observer: new Observer(glassbox),
});
