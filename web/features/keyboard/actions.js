import { readStored, writeStored } from '../../ui/storage.js';

/** The name of the stored choice whether the keys are on. */
const KEYS = 'keys';

/**
 * The list of keys, and whether they do anything.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function keyboardActions({ state, show }) {
  state.keyboard.on = readStored(KEYS, ['on', 'off']) !== 'off';
  return {
    listKeys() {
      state.dialog = 'keys';
      show();
    },
    /** @param {boolean} on */
    switchKeys(on) {
      state.keyboard.on = on;
      writeStored(KEYS, on ? 'on' : 'off');
      show();
    },
  };
}
