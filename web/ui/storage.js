/** Values stored for the next visit. If the browser refuses to store them, they are lost after this visit. */

/**
 * @param {string} name
 * @returns {string | null} null: nothing is stored
 */
export function readStored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
export function writeStored(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Refused.
  }
}
