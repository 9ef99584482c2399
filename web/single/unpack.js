import { decode } from './base85.js';

/** The files inside this file, one in each <script> that is no script (build.js). */

/**
 * A file as it is stored.
 *
 * @param {string} name
 * @returns {Uint8Array<ArrayBuffer> | null} null: it is not inside
 */
export function stored(name) {
  const script = /** @type {HTMLScriptElement | null} */ (document.querySelector(`[data-file="${name}"]`));
  return script && decode(script.text, Number(script.dataset.bytes));
}

/**
 * A file that is stored in gzip.
 *
 * @param {string} name
 */
export async function unpacked(name) {
  const packed = /** @type {Uint8Array<ArrayBuffer>} */ (stored(name));
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(bytes).arrayBuffer());
}
