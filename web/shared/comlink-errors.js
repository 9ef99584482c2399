import { transferHandlers } from 'comlink';
import { errorData } from './error-data.js';

/**
 * Comlink passes on the name, message and stack of an error that a call throws. With this module imported on both
 * sides of the port, it passes on the error's code and parameters, too.
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
