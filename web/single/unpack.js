import { decode } from './base85.js';

/** The files inside this file, in pieces, each in a <script> that is no script (build.js). */

/**
 * A file as it is stored.
 *
 * @param {string} name
 * @returns {Uint8Array<ArrayBuffer> | null} null: it is not inside
 */
export function stored(name) {
  /** @type {HTMLScriptElement[]} */
  const pieces = Array.from(document.querySelectorAll(`script[data-file="${name}"]`));
  const text = pieces.map((piece) => piece.text).join('');
  return text ? decode(text, Number(pieces[0].dataset.bytes)) : null;
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
