import { keep, kept } from '../../ui/storage.js';

/** The name under which it is stored whether the keys are on. */
const KEYS = 'keys';

/**
 * The list of keys, and whether they do anything.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function keyboardActions({ state, show }) {
  state.keyboard.on = kept(KEYS) !== 'off';
  return {
    listKeys() {
      state.dialog = 'keys';
      show();
    },
    /** @param {boolean} on */
    switchKeys(on) {
      state.keyboard.on = on;
      keep(KEYS, on ? 'on' : 'off');
      show();
    },
  };
}
