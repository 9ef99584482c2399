/**
 * The name of a file that a network is saved in.
 *
 * @param {import('./actions.js').Origin} origin
 */
export function fileName({ kind, file, recipe, settings, step }) {
  if (kind === 'file' && file) return file;
  return kind === 'run' ? `glassbox-${recipe}-seed${settings?.seed}-step${step}.npz` : 'glassbox.npz';
}

/** Whether a file is to be opened as a network. @param {File} file */
export const isNetworkFile = ({ name }) => /\.npz$/i.test(name);
