import { msg } from '@lit/localize';
import { hasFailed } from '../shared/file-progress.js';

/**
 * What is said where test records are not there yet.
 *
 * @param {import('../shared/file-progress.js').Awaited} files
 */
export const awaitedRecords = (files) =>
  hasFailed(files) ? msg('The test records could not be loaded.') : msg('Loading the test records…');
