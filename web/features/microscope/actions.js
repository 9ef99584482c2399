import { addProblem, subject } from '../../app/page-state.js';
import { worst } from '../../shared/evaluation.js';
import { tellingPixel, tellingSelection } from './selection.js';

/**
 * Putting what the stage shows under the microscope, and looking at it.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {{ drawExample: () => void, put: (shown: import('../../app/page-state.js').Shown) => void }} stage
 * @param {{ fetchMissing: (kind: 'test') => Promise<unknown> }} run
 */
export function microscopeActions({ state, worker, show, said }, { drawExample, put }, { fetchMissing }) {
  /** Counted up with each wish for another specimen: only the latest counts. */
  let wish = 0;

  /**
   * @param {import('../../worker/questions.js').Sample} sample
   * @param {number} label
   * @param {import('../../shared/settings.js').Settings} settings
   */
  const prepare = async (sample, label, settings) => {
    const mine = ++wish;
    const { inputs, wih, who } = sample;
    const { learningRate, crossEntropy } = settings;
    const input = { inputs, wih, who, label, learningRate, crossEntropy };
    const step = await said(worker().questions.microscope(input));
    if (mine !== wish || !step) return;
    state.microscope.specimen = {
      sample,
      label,
      settings,
      step,
      selection: tellingSelection(sample, step, label),
    };
    show();
  };

  /** Of the next step; of the first one, where a rate has fallen to 0. */
  const rateNow = () =>
    Number(state.run.nextLearningRate.toPrecision(6)) || state.choice.settings.learningRate;

  const takeSpecimen = async () => {
    const mine = ++wish;
    const settings = { ...state.choice.settings, learningRate: rateNow() };
    const sample = await said(worker().questions.sample(subject(state)));
    if (mine === wish && sample) await prepare(sample, sample.label ?? sample.guess, settings);
  };

  /** The test record that the network is surest to misread goes on the stage, and under the microscope. */
  const takeMisread = async () => {
    const mine = ++wish;
    state.microscope.seeking = true;
    show();
    await fetchMissing('test');
    const evaluation = state.files.test.loaded && (await said(worker().questions.evaluateRecords()));
    state.microscope.seeking = false;
    show();
    if (mine !== wish || !evaluation) return;
    const [index] = worst(evaluation, null, 1);
    if (index === undefined) {
      addProblem(state, 'This network misreads none of the test records.');
      return;
    }
    put({ about: 'record', index });
    await takeSpecimen();
  };

  /** @param {Partial<import('./selection.js').Selection>} change */
  const follow = (change) => {
    const { specimen } = state.microscope;
    if (!specimen) return;
    state.microscope.specimen = { ...specimen, selection: { ...specimen.selection, ...change } };
    show();
  };

  return {
    takeSpecimen,
    takeMisread,
    takeExample() {
      drawExample();
      return takeSpecimen();
    },

    /** @param {number} label what the drawing is meant to be */
    meanDigit(label) {
      const { specimen } = state.microscope;
      return specimen && prepare(specimen.sample, label, specimen.settings);
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
