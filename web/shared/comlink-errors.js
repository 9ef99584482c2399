import { transferHandlers } from 'comlink';
import { errorData } from './error-data.js';

/**
 * Of an error that is thrown on the other side of a port, Comlink passes on name, message and stack. For page
 * and worker, that import this: the code and the parameters, too.
 */

const standard = /** @type {import('comlink').TransferHandler<any, any>} */ (transferHandlers.get('throw'));

transferHandlers.set('throw', {
  ...standard,
  serialize(/** @type {{ value: unknown }} */ thrown) {
    const [serialized, transferables] = standard.serialize(thrown);
    if (serialized.isError) Object.assign(serialized.value, errorData(thrown.value));
    return [serialized, transferables];
  },
});
