import { assignKinds } from './files/assign-kinds.js';

/** @typedef {import('../glassbox.js').Kind} Kind */
/** @typedef {import('./assistants/reader.js').FoundFile} FoundFile */

/**
 * Finds records in what the visitor gave, and which of them are for training and which for testing.
 *
 * @param {import('./assistants/assistant.js').Assistant['reader']} reader
 * @param {import('./files/find-record-files.js').Source[]} sources
 * @param {Kind | null} place where the visitor put them; null: beside the two places
 * @returns {Promise<{ files: FoundFile[], assigned: Partial<Record<Kind, FoundFile>>, refused: unknown[] }>} files: all
 *   that were found, each to be closed; refused: why what is not among the assigned was left out
 */
export async function findOwnFiles(reader, sources, place) {
  /** @type {Awaited<ReturnType<typeof reader.find>>} */
  let found;
  try {
    found = await reader.find(sources);
  } catch (error) {
    return { files: [], assigned: {}, refused: [error] };
  }
  const { files, refused } = found;
  try {
    return { files, assigned: assignKinds(files, place), refused };
  } catch (error) {
    return { files, assigned: {}, refused: [...refused, error] };
  }
}
