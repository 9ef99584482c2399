const ADDRESS = new URL('../robust.npz', import.meta.url);

/**
 * The robust network that comes with the page. Few visitors need it, so it is loaded when it is first asked for.
 *
 * @param {import('../glassbox.js').Glassbox} glassbox
 * @returns {() => Promise<import('../glassbox.js').Network>}
 */
export function robustNetwork(glassbox) {
  /** @type {ReturnType<typeof glassbox.pretrained> | null} */
  let loading = null;
  return () => {
    loading ??= glassbox.pretrained({ model: ADDRESS }).catch((error) => {
      // The next question tries again.
      loading = null;
      throw error;
    });
    return loading;
  };
}
