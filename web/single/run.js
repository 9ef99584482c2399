import { unpacked } from './unpack.js';

/**
 * Runs a script that is stored in this file, whose policy names it by its hash (build.js).
 *
 * @param {string} name
 */
export async function run(name) {
  const text = new TextDecoder().decode(await unpacked(name));
  const script = Object.assign(document.createElement('script'), { text });
  // It runs at once.
  document.head.append(script);
  script.remove();
}
