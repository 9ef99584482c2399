import { errorData, errorSentence } from '../../shared/error-data.js';
import { download } from '../../ui/download.js';
import { fileName } from './file-name.js';
import { notOpened, onlyOne } from './texts.js';

/**
 * Where a network comes from.
 *
 * @typedef {object} Origin
 * @property {'bundled' | 'run' | 'file'} kind it came with the page, was trained here, or was opened from a file
 * @property {string} [file] the name of that file
 * @property {string} [recipe] of the run
 * @property {import('../../shared/settings.js').Settings} [settings] of the run
 * @property {number} [step] of the run
 * @property {number} [accuracy] on the test records, 0..1; measured at scoredStep
 * @property {number} [scoredStep]
 */

/**
 * Saving the network that answers, and opening others.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {object} page
 * @param {(step: null) => void} page.rewind to the run's current network
 * @param {() => import('../training/state.js').Score | null} page.latestScore
 * @param {(change: Partial<import('../training/state.js').Run>) => void} page.changeRun
 */
export function networkFilesActions(
  { state, worker, show, attempt, addProblem },
  { rewind, latestScore, changeRun },
) {
  /** @returns {Origin} */
  const origin = () => {
    const { answering, step, viewedStep } = state.runs[state.runId];
    if (answering?.kind === 'bundled') return { kind: 'bundled' };
    if (answering?.kind === 'file') return { kind: 'file', file: answering.file };
    const { recipe, settings } = state.choice;
    const score = latestScore();
    return {
      kind: 'run',
      recipe,
      settings,
      step: viewedStep ?? step,
      ...(score && { accuracy: score.accuracy, scoredStep: score.step }),
    };
  };

  /** @param {File | undefined} file */
  const openNetwork = async (file) => {
    if (!file) return;
    try {
      if (await worker().runs.openNetwork(state.runId, file.name, file))
        changeRun({ viewedStep: null, rewinding: false });
    } catch (error) {
      const data = errorData(error);
      if (!state.dead) addProblem(() => notOpened(file.name, errorSentence(data)));
    }
    show();
  };

  return {
    openNetwork,

    /** Opens one of several files. @param {File[]} files */
    openFirst([file, ...others]) {
      if (others.length > 0) addProblem(() => onlyOne(file.name));
      return openNetwork(file);
    },

    async saveNetwork() {
      const from = origin();
      const bytes = await attempt(worker().networkFiles.save(state.runId, from));
      // As a zip, some browsers would name it .zip, or unpack it.
      if (bytes) download(fileName(from), bytes, 'application/octet-stream');
    },

    /** The page's own network answers again. */
    closeNetwork: () => rewind(null),
  };
}
