import { msg } from '@lit/localize';
import { worst } from '../../shared/evaluation.js';
import { isArriving } from '../../shared/file-progress.js';
import { latestOnly } from '../../ui/latest.js';
import { tellingPixel, tellingSelection } from './selection.js';

/** @typedef {import('../../app/context.js').Context} Context */
/** @typedef {import('./state.js').Specimen} Specimen */
/** @typedef {Pick<Specimen, 'sample' | 'label' | 'settings'>} Taken a specimen before its step is computed */

/**
 * Taking specimens from the stage, and going through the pages of the microscope.
 *
 * @param {Context} context
 * @param {object} page
 * @param {() => import('../../worker/picture.js').Subject} page.subject what the stage shows
 * @param {() => void} page.drawExample
 * @param {(shown: { about: 'record', index: number }) => void} page.put on the stage
 * @param {(kind: 'test') => void} page.fetchMissing records
 * @param {() => Promise<import('../../shared/evaluation.js').Evaluation | null>} page.evaluateRecords
 */
export function microscopeActions(context, page) {
  const { state, show, addProblem } = context;

  /** Computes the training step for a specimen; null: takes a new specimen first. */
  const prepare = latestOnly(async (/** @type {Taken | null} */ taken, isLatest) => {
    const specimen = taken ?? (await takeSample(context, page.subject()));
    const step = specimen && isLatest() && (await workOut(context, specimen));
    if (!step || !isLatest()) return;
    const selection = tellingSelection(specimen.sample, step, specimen.label);
    state.microscope.specimen = { ...specimen, step, selection };
    show();
  });

  const takeSpecimen = () => {
    state.microscope.seeking = false;
    return prepare(null);
  };

  /** Takes the most confidently misread test record, as soon as there are test records. */
  const seek = latestOnly(async () => {
    const { test } = state.records;
    if (!state.microscope.seeking || isArriving(test)) return;
    const evaluation = test.loaded && (await page.evaluateRecords());
    if (!state.microscope.seeking) return;
    state.microscope.seeking = false;
    show();
    if (!evaluation) return;
    const [index] = worst(evaluation, null, 1);
    if (index === undefined) return addProblem(() => msg('This network misreads none of the test records.'));
    page.put({ about: 'record', index });
    await takeSpecimen();
  });

  return {
    ...followActions(context),
    takeSpecimen,

    /** Puts the most confidently misread test record on the stage and takes it as specimen. */
    takeMisread() {
      state.microscope.seeking = true;
      show();
      page.fetchMissing('test');
      return seek();
    },
    /** To be called when a file of records has been loaded or has failed. */
    seekMisread: () => seek(),

    takeExample() {
      page.drawExample();
      return takeSpecimen();
    },

    /** @param {number} label what the drawing is meant to be */
    meanDigit(label) {
      const { specimen } = state.microscope;
      return specimen && prepare({ ...specimen, label });
    },
  };
}

/**
 * Turning pages, and following other nodes and outputs through them.
 *
 * @param {Context} context
 */
function followActions({ state, show }) {
  /** @param {Partial<import('./selection.js').Selection>} change */
  const follow = (change) => {
    const { specimen } = state.microscope;
    if (!specimen) return;
    state.microscope.specimen = { ...specimen, selection: { ...specimen.selection, ...change } };
    show();
  };
  return {
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

/**
 * A specimen of the current network with a subject.
 *
 * @param {Context} context
 * @param {import('../../worker/picture.js').Subject} subject
 * @returns {Promise<Taken | null>} null: there is no ink, or no such record yet
 */
async function takeSample({ state, worker, attempt }, subject) {
  const { choice, runs, runId } = state;
  // The rate of the next step, or of the first step if the rate has fallen to 0.
  const learningRate = Number(runs[runId].nextLearningRate.toPrecision(6)) || choice.settings.learningRate;
  const settings = { ...choice.settings, learningRate };
  const sample = await attempt(worker().microscope.sample(runId, subject));
  return sample && { sample, label: sample.label ?? sample.guess, settings };
}

/** @param {Context} context @param {Taken} taken */
function workOut({ state, worker, attempt }, { sample, label, settings }) {
  const { inputs, wih, who } = sample;
  const { learningRate, crossEntropy } = settings;
  const input = { inputs, wih, who, label, learningRate, crossEntropy };
  return attempt(worker().microscope.trainingStep(state.runId, input));
}
