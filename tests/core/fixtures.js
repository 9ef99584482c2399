// Small runs on few records, for the tests of records, runs and trainers.

import assert from 'node:assert/strict';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { parseRecords } from '../helpers.js';
import { firstRecords } from '../mnist.js';
import { copyOf } from './contract.js';

/** @typedef {import('../../web/glassbox.js').Network} Network */
/** @typedef {import('../../web/glassbox.js').Records} Records */
/** @typedef {import('../../web/glassbox.js').Run} Run */
/** @typedef {import('../../web/shared/settings.js').Settings} Settings */

export const glassbox = await loadGlassbox();
/** Twenty training records, and thirty to test with. */
export const csv = await firstRecords('train', 20);
export const testCsv = await firstRecords('test', 30);
/** 120 steps on these. */
export const small = recipeSettings('notebook', { hiddenNodes: 8, epochs: 2, seed: 3 });

/** @param {string} text */
export const bytes = (text) => new TextEncoder().encode(text);

/** @param {Records} records @param {import('../../web/glassbox.js').Kind} kind @param {Uint8Array} file */
export function load(records, kind, file) {
  records.write(kind, file);
  records.end(kind);
}

/** All that can be seen of records. @param {Records} records */
export const contentsOf = (records) =>
  /** @type {const} */ (['train', 'test']).map((kind) =>
    Array.from({ length: records.count(kind) }, (_, index) => records.record(kind, index)),
  );

export function loadedRecords() {
  const records = glassbox.records();
  load(records, 'train', csv);
  load(records, 'test', testCsv);
  return records;
}

/**
 * A run on records of its own.
 *
 * @param {Settings} [settings]
 * @returns {{ records: Records, run: Run, free: () => void }}
 */
export function loadedRun(settings = small) {
  const records = loadedRecords();
  const run = glassbox.run(records, settings);
  return {
    records,
    run,
    free() {
      run.free();
      records.free();
    },
  };
}

/** All that can be seen of a run. @param {Run} run */
export const stateOf = (run) => ({
  weights: copyOf(run.network),
  progress: run.progress,
  shown: run.shown,
  metrics: run.metrics,
  learningRate: run.learningRate,
  settings: run.settings,
});

/** @param {Run} run that has made a step */
export function shownBy({ shown }) {
  assert.ok(shown);
  return shown;
}

/** @param {Float32Array} outputs */
export const answerOf = (outputs) => outputs.indexOf(Math.max(...outputs));

/** @param {Float32Array} outputs @param {number} label */
export const errorOf = (outputs, label) =>
  outputs.reduce((sum, output, k) => sum + ((k === label ? 0.99 : 0.01) - output) ** 2, 0) / 10;

/** A network's answers to the test records, one by one. @param {Network} network */
export function asked(network) {
  const records = parseRecords(testCsv);
  const answers = records.map(({ inputs }) => network.query(inputs));
  const confusion = new Uint32Array(100);
  let error = 0;
  for (const [i, { label }] of records.entries()) {
    confusion[10 * label + answerOf(answers[i])]++;
    error += errorOf(answers[i], label) / records.length;
  }
  const correct = records.filter(({ label }, i) => answerOf(answers[i]) === label).length;
  return { confusion, correct, error, outputs: answers.flatMap((answer) => [...answer]) };
}
