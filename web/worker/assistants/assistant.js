import { Observer } from './observer.js';
import { Reader } from './reader.js';

/**
 * What other workers do beside training, so that training does not wait. They share nothing with the training worker,
 * which asks them and is sent copies.
 *
 * @typedef {{ reader: Reader | import('comlink').Remote<Reader>, observer: Observer | import('comlink').Remote<Observer> }}
 *   Assistant in the same thread, or in another
 */

/** An assistant in this thread. @param {import('../../glassbox.js').Glassbox} glassbox */
export const assistantWith = (glassbox) => ({
  reader: new Reader(glassbox),
  observer: new Observer(glassbox),
});
