/** What is kept for the next visit. A browser may refuse to keep anything: then it holds for this visit. */

/**
 * @param {string} name
 * @returns {string | null} null where nothing was kept
 */
export function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
export function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Refused.
  }
}
