import { worst } from '../../shared/evaluation.js';
import { latestOnly } from '../../ui/latest.js';
import { tellingPixel, tellingSelection } from './selection.js';

/** @typedef {import('./state.js').Specimen} Specimen */

/**
 * Putting what the stage shows under the microscope, and looking at it.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {object} page
 * @param {() => import('../../worker/picture.js').Subject} page.subject what the stage shows
 * @param {() => void} page.drawExample
 * @param {(shown: { about: 'record', index: number }) => void} page.put on the stage
 * @param {(kind: 'test') => void} page.fetchMissing records
 * @param {() => Promise<import('../../shared/evaluation.js').Evaluation | null>} page.evaluateRecords
 */
export function microscopeActions({ state, worker, show, attempt, addProblem }, page) {
  /** What the stage shows and the network that answers, as they are now. */
  const takeSample = async () => {
    const { choice, runs, runId } = state;
    // Of the next step; of the first one where the rate has fallen to 0.
    const learningRate = Number(runs[runId].nextLearningRate.toPrecision(6)) || choice.settings.learningRate;
    const sample = await attempt(worker().microscope.sample(runId, page.subject()));
    const settings = { ...choice.settings, learningRate };
    return sample && { sample, label: sample.label ?? sample.guess, settings };
  };

  /** Works out the training step for a sample; null: a new one. */
  const prepare = latestOnly(
    async (/** @type {Pick<Specimen, 'sample' | 'label' | 'settings'> | null} */ taken, isLatest) => {
      const specimen = taken ?? (await takeSample());
      if (!specimen || !isLatest()) return;
      const { sample, label, settings } = specimen;
      const { inputs, wih, who } = sample;
      const { learningRate, crossEntropy } = settings;
      const input = { inputs, wih, who, label, learningRate, crossEntropy };
      const step = await attempt(worker().microscope.trainingStep(state.runId, input));
      if (!step || !isLatest()) return;
      const selection = tellingSelection(sample, step, label);
      state.microscope.specimen = { sample, label, settings, step, selection };
      show();
    },
  );

  const takeSpecimen = () => {
    state.microscope.seeking = false;
    return prepare(null);
  };

  /** Once there are test records: puts the one that the network is surest to misread on the stage. */
  const seek = latestOnly(async () => {
    const { loaded, latest } = state.records.test;
    if (!state.microscope.seeking || latest?.state === 'arriving') return;
    const evaluation = loaded && (await page.evaluateRecords());
    if (!state.microscope.seeking) return;
    state.microscope.seeking = false;
    show();
    if (!evaluation) return;
    const [index] = worst(evaluation, null, 1);
    if (index === undefined) {
      addProblem('This network misreads none of the test records.');
      return;
    }
    page.put({ about: 'record', index });
    await takeSpecimen();
  });

  /** @param {Partial<import('./selection.js').Selection>} change */
  const follow = (change) => {
    const { specimen } = state.microscope;
    if (!specimen) return;
    state.microscope.specimen = { ...specimen, selection: { ...specimen.selection, ...change } };
    show();
  };

  return {
    takeSpecimen,

    /** The test record that the network is surest to misread goes on the stage, and under the microscope. */
    takeMisread() {
      state.microscope.seeking = true;
      show();
      page.fetchMissing('test');
      return seek(undefined);
    },
    /** A file of records has been loaded, or has failed. */
    seekMisread: () => seek(undefined),

    takeExample() {
      page.drawExample();
      return takeSpecimen();
    },

    /** @param {number} label what the drawing is meant to be */
    meanDigit(label) {
      const { specimen } = state.microscope;
      return specimen && prepare({ ...specimen, label });
    },

    /** @param {number} page of the microscope, from 0 */
    turnTo(page) {
      state.microscope.page = page;
      show();
    },

    /** @param {number} node */
    followNode(node) {
      const { specimen } = state.microscope;
      if (specimen) follow({ node, pixel: tellingPixel(specimen.sample, node) });
    },
    /** @param {number} output */
    followOutput: (output) => follow({ output }),
  };
}
