// The lines that the microscope works out, checked by working them out again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGES } from '../../web/features/microscope/pages.js';
import { tellingPixel, tellingSelection } from '../../web/features/microscope/selection.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { trainingStep } from '../../web/shared/training-step.js';
import { parseRecords } from '../helpers.js';
import { firstRecords } from '../mnist.js';
import { addsUp, equations } from '../page/arithmetic.js';

test('what does not add up is found out', () => {
  for (const line of [
    'Δwih[17, 402] = 0.2 · −0.131 · 0.910 · (1 − 0.910) · 0.843 = −0.0018',
    'hidden_outputs[17] = 1 / (1 + e^−2.314) = 0.910',
    'hidden_inputs[1] = −0.100 · 0.01 + 0.500 · 1 + … [782 more: −0.400] = 0.099',
    'who[3, 1] · output_errors[3] = 1.20·10⁻⁷ · −0.500 = −6.00·10⁻⁸',
  ]) {
    assert.ok(addsUp(line), line);
  }
  for (const line of [
    'Δwih[17, 402] = 0.2 · −0.131 · 0.910 · (1 − 0.910) · 0.843 = 0.0018',
    'Δwih[17, 402] = 0.2 · −0.131 · 0.910 · (1 − 0.910) · 0.843 = −0.0021',
    'hidden_outputs[17] = 1 / (1 + e^2.314) = 0.910',
    'hidden_inputs[1] = −0.100 · 0.01 + 0.500 · 1 + … [782 more: −0.400] = 0.109',
    'who[3, 1] · output_errors[3] = 1.20·10⁻⁷ · −0.500 = −6.00·10⁻⁷',
  ]) {
    assert.ok(!addsUp(line), line);
  }
});

test('every worked line adds up, whichever node and output it follows', async () => {
  const glassbox = await loadGlassbox();
  const networks = [await glassbox.pretrained(), glassbox.network({ hiddenNodes: 200, seed: 4 })];
  const records = parseRecords(await firstRecords('test', 3));
  let checked = 0;
  for (const network of networks) {
    const { wih, who } = network.weights;
    for (const [record, { inputs, label }] of records.entries()) {
      for (const recipe of ['notebook', 'quick']) {
        const settings = recipeSettings(recipe);
        const { learningRate, crossEntropy } = settings;
        const step = trainingStep({ glassbox }, { inputs, wih, who, label, learningRate, crossEntropy });
        const pixels = Uint8Array.from(inputs, (input) => Math.round(((input - 0.01) / 0.99) * 255));
        const sample = {
          about: /** @type {const} */ ('record'),
          pixels,
          inputs,
          label,
          record,
          guess: 0,
          wih,
          who,
        };
        const telling = tellingSelection(sample, step, label);
        for (let node = 0; node < network.hiddenNodes; node += 7) {
          const selection = { node, output: node % 10, pixel: tellingPixel(sample, node) };
          for (const page of PAGES) {
            const lines = page.lines({
              sample,
              label,
              settings,
              step,
              selection: node === 0 ? telling : selection,
            });
            for (const line of equations(Object.values(lines))) {
              assert.ok(addsUp(line), line);
              checked++;
            }
          }
        }
      }
    }
    network.free();
  }
  assert.ok(checked > 1000);
});
