import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { worksheet } from '../../web/features/teaching/questions.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { maxDifference, parseRecords, targetsFor } from '../helpers.js';
import { firstRecords } from '../mnist.js';
import { contextFor } from './client.js';

/** @typedef {import('../../web/features/teaching/questions.js').Worksheet} Worksheet */
/** @typedef {import('../../web/glassbox.js').Network} Network */
/** @typedef {import('../../web/features/teaching/by-hand.js').Sum} Sum */

const RATE = 0.2;

/** @type {import('../../web/glassbox.js').Glassbox} */
let glassbox;
/** @type {{ label: number, inputs: Float32Array }[]} */
let records;
/** @type {Awaited<ReturnType<typeof contextFor>>} */
let context;
/** @type {Network} */
let newNetwork;
/** @type {{ name: string, network: Network, sheet: Worksheet }[]} */
let sheets;
before(async () => {
  glassbox = await loadGlassbox();
  const bytes = await firstRecords('test', 300);
  records = parseRecords(bytes);
  context = await contextFor(glassbox, {
    train: new Blob([await firstRecords('train', 2000)]),
    test: new Blob([bytes]),
  });
  const run = glassbox.run(context.records, recipeSettings('backtrack', { seed: 90 }));
  run.train({ samples: 2000 });
  newNetwork = glassbox.network({ hiddenNodes: 200, seed: 3 });
  const networks = {
    'the network that comes with the page': await glassbox.pretrained(),
    'a network that has learned a little': run.network,
    'a new network': newNetwork,
    'a network of three hidden nodes': glassbox.network({ hiddenNodes: 3, seed: 3 }),
  };
  sheets = Object.entries(networks).flatMap(([name, network]) =>
    [0, 1].map((turn) => ({ name, network, sheet: /** @type {Worksheet} */ (sheetOf(network, turn)) })),
  );
});

/** @param {Network} network @param {number} [turn] */
function sheetOf(network, turn = 0) {
  const answering = { kind: /** @type {const} */ ('run'), network, step: 12, weights: network.weights };
  return worksheet({ ...context, answering }, RATE, turn);
}

/** @param {number} sum */
const sigmoid = (sum) => 1 / (1 + Math.exp(-sum));
/** @param {number} count @param {(i: number) => number} term */
const sum = (count, term) => Array.from({ length: count }, (_, i) => term(i)).reduce((a, b) => a + b, 0);

/**
 * The network's own numbers for what a worksheet shows, in double precision, by the notebook's formulas.
 *
 * @param {Network} network
 * @param {Worksheet} sheet
 */
function ownNumbers(network, { record, inputs, nodes, outputs }) {
  const { wih, who } = network;
  const { label, inputs: x } = records[record];
  const count = who.length / 10;
  const h = Array.from({ length: count }, (_, j) => sigmoid(sum(784, (i) => wih[784 * j + i] * x[i])));
  const o = Array.from({ length: 10 }, (_, k) => sigmoid(sum(count, (j) => who[count * k + j] * h[j])));
  const e = o.map((value, k) => (k === label ? 0.99 : 0.01) - value);
  const logit = (/** @type {number} */ p) => Math.log(p / (1 - p));
  /** @param {number[]} weights @param {number[]} values @param {number} total */
  const parts = (weights, values, total) => {
    const products = weights.map((weight, i) => weight * values[i]);
    return { weights, products, others: total - products[0] - products[1], total };
  };
  const [pixels, shown, digits] = [
    inputs.map(({ pixel }) => pixel),
    nodes.map(({ node }) => node),
    outputs.map(({ digit }) => digit),
  ];
  /** @param {number} weight @param {number} change */
  const moved = (weight, change) => ({ before: weight, change, after: weight + change });
  return {
    inputs: pixels.map((pixel) => ({
      pixel,
      grey: Math.round(((x[pixel] - 0.01) / 0.99) * 255),
      value: x[pixel],
    })),
    nodes: shown.map((j) => {
      const error = sum(10, (k) => who[count * k + j] * e[k]);
      return {
        node: j,
        forward: parts(
          pixels.map((i) => wih[784 * j + i]),
          pixels.map((i) => x[i]),
          logit(h[j]),
        ),
        value: h[j],
        backward: parts(
          digits.map((k) => who[count * k + j]),
          digits.map((k) => e[k]),
          error,
        ),
        toOutput: moved(who[count * label + j], RATE * e[label] * o[label] * (1 - o[label]) * h[j]),
        fromInput: moved(wih[784 * j + pixels[0]], RATE * error * h[j] * (1 - h[j]) * x[pixels[0]]),
      };
    }),
    outputs: digits.map((k) => ({
      digit: k,
      forward: parts(
        shown.map((j) => who[count * k + j]),
        shown.map((j) => h[j]),
        logit(o[k]),
      ),
      value: o[k],
      target: k === label ? 0.99 : 0.01,
      error: e[k],
    })),
  };
}

/** Decimals, by the name of a number; three if it is not here. */
const PLACES = /** @type {Record<string, number>} */ ({ weights: 4, before: 4, change: 4, after: 4 });

/**
 * Each number of a worksheet with the network's own.
 *
 * @param {any} written
 * @param {any} own
 * @param {string} [name]
 * @returns {{ name: string, written: number, own: number, places: number }[]}
 */
function compared(written, own, name = '') {
  if (typeof written === 'number') {
    const parts = name.split('.');
    const places = PLACES[String(parts.findLast((part) => !/^\d+$/.test(part)))] ?? 3;
    return [{ name, written, own, places }];
  }
  return Object.keys(own).flatMap((key) => compared(written[key], own[key], `${name}.${key}`));
}

/** A number with decimals as a whole number of its last unit. @param {number} value @param {number} [places] */
const units = (value, places = 3) => BigInt(Math.round(value * 10 ** places));

/** A product with so many decimals, rounded to fewer. @param {bigint} value @param {number} places @param {number} to */
function shortened(value, places, to) {
  const unit = 10n ** BigInt(places - to);
  const size = ((value < 0n ? -value : value) + unit / 2n) / unit;
  return value < 0n ? -size : size;
}

/** @param {string} name @param {Sum} sum @param {{ value: number }[]} values that the weights multiply */
function followsByHand(name, { weights, products, others, total }, values) {
  for (const [i, product] of products.entries()) {
    assert.equal(
      units(product),
      shortened(units(weights[i], 4) * units(values[i].value), 7, 3),
      `${name}, product ${i}`,
    );
  }
  assert.equal(units(products[0]) + units(products[1]) + units(others), units(total), name);
}

describe('the worksheet', () => {
  test('writes nothing but what the network itself calculates, rounded', () => {
    for (const { name, network, sheet } of sheets) {
      const numbers = compared(sheet, ownNumbers(network, sheet));
      assert.ok(numbers.length > 50, `${numbers.length} numbers`);
      for (const { name: which, written, own, places } of numbers) {
        // Where there are few nodes to choose from, the last digit can differ by one.
        const most = (network.hiddenNodes < 10 ? 1.5 : 0.5) * 10 ** -places;
        assert.ok(Math.abs(written - own) <= most + 1e-6, `${name}${which}: ${written}, not ${own}`);
      }
    }
  });

  test('comes out by hand, to the last digit, from the rounded numbers that it gives', () => {
    for (const { name, sheet } of sheets) {
      const { inputs, nodes, outputs } = sheet;
      for (const { grey, value } of inputs)
        assert.equal(value.toFixed(3), ((grey / 255) * 0.99 + 0.01).toFixed(3));
      for (const { forward, value, backward } of nodes) {
        followsByHand(name, forward, inputs);
        assert.equal(value.toFixed(3), sigmoid(forward.total).toFixed(3));
        followsByHand(
          name,
          backward,
          outputs.map(({ error }) => ({ value: error })),
        );
      }
      for (const { forward, value, target, error } of outputs) {
        followsByHand(name, forward, nodes);
        assert.equal(value.toFixed(3), sigmoid(forward.total).toFixed(3));
        assert.equal(units(error), units(target) - units(value));
      }
      const [input, label] = [inputs[0].value, outputs[0]];
      for (const { value, backward, toOutput, fromInput } of nodes) {
        /** In units of 10^-13. @type {[import('../../web/features/teaching/by-hand.js').Change, bigint][]} */
        const changes = [
          [toOutput, units(label.error) * units(label.value) * (1000n - units(label.value)) * units(value)],
          [fromInput, units(backward.total) * units(value) * (1000n - units(value)) * units(input)],
        ];
        for (const [{ before, change, after }, product] of changes) {
          assert.equal(units(change, 4), shortened(product * units(RATE, 1), 13, 4), name);
          assert.equal(units(before, 4) + units(change, 4), units(after, 4), name);
        }
      }
    }
  });

  test('is what the core learns, with the notebook’s rule', () => {
    for (const { name, network, sheet } of sheets) {
      const { record, inputs, nodes, outputs, after } = sheet;
      const learner = glassbox.network({ hiddenNodes: 1, learningRate: RATE });
      learner.setWeights(network.weights);
      learner.train(records[record].inputs, targetsFor(records[record].label));
      const { wih, who } = learner;
      const answer = learner.query(records[record].inputs);
      assert.deepEqual(
        after,
        outputs.map(({ digit }) => answer[digit]),
      );
      for (const { node, toOutput, fromInput } of nodes) {
        const learned = [
          who[network.hiddenNodes * outputs[0].digit + node],
          wih[784 * node + inputs[0].pixel],
        ];
        const difference = maxDifference(learned, [toOutput.after, fromInput.after]);
        assert.ok(difference < 1.5e-4, `${name}: ${difference}`);
      }
      learner.free();
    }
  });

  test('shows a record of which the network is in doubt between two digits, and parts with something to work out', () => {
    for (const { name, network, sheet } of sheets) {
      const { inputs, label } = records[sheet.record];
      const outputs = Array.from(network.query(inputs));
      const [first, second] = outputs.map((_, digit) => digit).sort((a, b) => outputs[b] - outputs[a]);
      const digits = sheet.outputs.map(({ digit }) => digit);
      assert.equal(digits[0], label);
      assert.deepEqual([...digits].sort(), [first, second].sort());
      for (const { error } of sheet.outputs)
        assert.ok(Math.abs(error) > 0.2, `${name}: an error of ${error}`);
      for (const { grey } of sheet.inputs) assert.ok(grey > 0 && grey < 255, `${name}: grey ${grey}`);
      assert.notEqual(sheet.nodes[0].node, sheet.nodes[1].node);
      assert.equal(sheet.step, 12);
    }
  });

  test('is the same for the same network, another for another turn, and none where there is nothing to make it of', () => {
    const network = newNetwork;
    assert.deepEqual(sheetOf(network, 1), sheetOf(network, 1));
    assert.notEqual(sheetOf(network, 1)?.record, sheetOf(network, 0)?.record);
    assert.equal(sheetOf(glassbox.network({ hiddenNodes: 2 })), null);
    const answering = { kind: /** @type {const} */ ('run'), network, step: 0, weights: network.weights };
    assert.equal(worksheet({ ...context, records: glassbox.records(), answering }, RATE, 0), null);
  });
});
