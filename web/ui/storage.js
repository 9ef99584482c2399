/**
 * Choices stored for the next visit. If the browser refuses to store them, they are lost after this visit.
 *
 * Other pages of the same host share this storage. Names therefore have a prefix, and a value that is not one of the
 * choices counts as none.
 */

const PREFIX = 'glassbox.';

/**
 * @template {string} Value
 * @param {string} name
 * @param {readonly Value[]} values that it can have
 * @returns {Value | null} null: none of them is stored
 */
export function readStored(name, values) {
  try {
    const stored = localStorage.getItem(PREFIX + name);
    return values.find((value) => value === stored) ?? null;
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
export function writeStored(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Refused, or full.
  }
}
