// The trainer as JavaScript has it: files, runs, scores, errors after which nothing has changed.

import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { describe, test } from 'node:test';
import { CsvError, loadGlassbox } from '../../web/glassbox.js';
import { maxDifference, parseRecords, targetsFor } from '../helpers.js';
import { firstRecords, mnistPath } from '../mnist.js';
import { assertRefused, copyOf, picture, weights } from './contract.js';

/** @typedef {{ wih: Float32Array, who: Float32Array }} Weights */

const glassbox = await loadGlassbox();
const csv = await firstRecords('train', 20);
const testCsv = await firstRecords('test', 30);

describe('a trainer', () => {
  const small = { recipe: 'notebook', hiddenNodes: 8, epochs: 2, seed: 3 };
  /** @param {string} text */
  const bytes = (text) => new TextEncoder().encode(text);

  /** @param {Partial<import('../../web/shared/settings.js').Settings> & { recipe?: string }} settings */
  function loaded(settings = small) {
    const trainer = glassbox.trainer(settings);
    trainer.write('train', csv);
    trainer.end('train');
    trainer.write('test', testCsv);
    trainer.end('test');
    return trainer;
  }

  /** @param {Float32Array} outputs */
  const answerOf = (outputs) => outputs.indexOf(Math.max(...outputs));

  /** @param {Float32Array} outputs @param {number} label */
  const errorOf = (outputs, label) =>
    outputs.reduce((sum, output, k) => sum + ((k === label ? 0.99 : 0.01) - output) ** 2, 0) / 10;

  /** A network's answers to the test records, one by one. @param {import('../../web/glassbox.js').Network} network */
  function asked(network) {
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

  /** @param {ReturnType<typeof loaded>} trainer that has made a step */
  function shownBy({ shown }) {
    assert.ok(shown);
    return shown;
  }

  /** All that can be seen of a trainer. @param {ReturnType<typeof loaded>} trainer */
  const stateOf = (trainer) => ({
    weights: copyOf(trainer.network),
    progress: trainer.progress,
    records: [trainer.records('train'), trainer.records('test')],
    shown: trainer.shown,
    learnt: trainer.learnt,
    learningRate: trainer.learningRate,
  });

  test('recipes have their settings', () => {
    for (const [recipe, steps, hiddenNodes] of /** @type {const} */ ([
      ['quick', 80, 200],
      ['best', 3000, 800],
      ['notebook', 600, 200],
      ['backtrack', 100, 200],
    ])) {
      const trainer = glassbox.trainer({ recipe });
      trainer.write('train', csv);
      trainer.end('train');
      assert.deepEqual(trainer.progress, { epoch: 0, step: 0, steps, done: false });
      assert.equal(trainer.network.hiddenNodes, hiddenNodes);
      trainer.free();
    }
    const trainer = glassbox.trainer();
    assert.deepEqual(copyOf(trainer.network), copyOf(glassbox.network()));
    trainer.free();
  });

  test('writing tells the records so far, ending all of them', () => {
    const trainer = glassbox.trainer(small);
    const lines = new TextDecoder().decode(csv).split('\n');
    assert.equal(trainer.write('train', bytes(lines[0])), 0);
    assert.equal(trainer.write('train', bytes(`\n${lines[1]}\n${lines[2]}`)), 2);
    assert.equal(trainer.write('train', new Uint8Array(0)), 2);
    assert.equal(trainer.end('train'), 3);
    assert.equal(trainer.write('test', testCsv), 30);
    assert.equal(trainer.records('test'), 0);
    assert.equal(trainer.end('test'), 30);
    assert.deepEqual([trainer.records('train'), trainer.records('test')], [3, 30]);
    trainer.free();
  });

  test('running makes as many steps as it is told and tells how far it is', () => {
    const trainer = loaded();
    assert.deepEqual(trainer.run({ samples: 0 }), { epoch: 0, step: 0, steps: 120, done: false });
    assert.deepEqual(trainer.run({ samples: 59 }), { epoch: 0, step: 59, steps: 120, done: false });
    assert.deepEqual(trainer.run({ samples: 1 }), { epoch: 1, step: 60, steps: 120, done: false });
    assert.deepEqual(trainer.run({ samples: 1e6 }), { epoch: 2, step: 120, steps: 120, done: true });
    assert.deepEqual(trainer.run({ samples: 5 }), { epoch: 2, step: 120, steps: 120, done: true });
    assert.deepEqual(trainer.progress, { epoch: 2, step: 120, steps: 120, done: true });
    trainer.free();
  });

  test('it trains its network as the network trains itself', () => {
    const trainer = loaded({ ...small, epochs: 1 });
    const network = glassbox.network({ hiddenNodes: 8, seed: 3 });
    trainer.run({ samples: 1e6 });
    for (const { label, inputs } of parseRecords(csv)) {
      network.train(inputs, targetsFor(label));
      network.train(glassbox.rotate(inputs, 10), targetsFor(label));
      network.train(glassbox.rotate(inputs, -10), targetsFor(label));
    }
    const [got, wanted] = [trainer.network.wih, network.wih];
    for (let i = 0; i < got.length; i++) assert.ok(Math.abs(got[i] - wanted[i]) < 1e-5, `wih[${i}]`);
    trainer.free();
  });

  test('the first epoch runs while the file arrives', () => {
    const trainer = glassbox.trainer(small);
    assert.deepEqual(trainer.run({ samples: 9 }), { epoch: 0, step: 0, steps: 0, done: false });
    trainer.write('train', csv.subarray(0, csv.length - 5));
    assert.deepEqual(trainer.run({ samples: 1000 }), { epoch: 0, step: 57, steps: 114, done: false });
    trainer.write('train', csv.subarray(csv.length - 5));
    trainer.end('train');
    assert.deepEqual(trainer.run({ samples: 1000 }), { epoch: 2, step: 120, steps: 120, done: true });
    const whole = loaded();
    whole.run({ samples: 1000 });
    assert.deepEqual(copyOf(trainer.network), copyOf(whole.network));
    trainer.free();
    whole.free();
  });

  test('testing counts labels and answers', () => {
    const trainer = loaded({ ...small, epochs: 50 });
    trainer.run({ samples: 1e6 });
    const { confusion: expected, correct, error, outputs } = asked(trainer.network);
    assert.ok(correct > 5, `${correct} of 30: it has learnt nothing`);
    const all = trainer.test();
    assert.deepEqual(
      [all.accuracy, all.correct, all.total, all.confusion],
      [correct / 30, correct, 30, expected],
    );
    assert.ok(Math.abs(all.error - error) < 1e-6, `${all.error}, not ${error}`);
    assert.ok(maxDifference(all.outputs, outputs) < 1e-6);

    const [first, second] = [trainer.test({ to: 11 }), trainer.test({ from: 11 })];
    assert.deepEqual([first.total, second.total], [11, 19]);
    assert.equal(first.correct + second.correct, correct);
    assert.deepEqual(
      first.confusion.map((count, i) => count + second.confusion[i]),
      expected,
    );
    assert.equal(first.accuracy, first.correct / 11);
    assert.deepEqual([...first.outputs, ...second.outputs], [...all.outputs]);
    assert.ok(Math.abs((11 * first.error + 19 * second.error) / 30 - all.error) < 1e-12);
    trainer.free();
  });

  test('another network is asked in place of the trainer’s', () => {
    const trainer = loaded({ ...small, epochs: 50 });
    trainer.run({ samples: 1e6 });
    const guest = glassbox.network({ hiddenNodes: 31, seed: 5 });
    const expected = asked(guest);
    const { confusion, outputs, error } = trainer.test({ network: guest });
    assert.deepEqual(confusion, expected.confusion);
    assert.ok(maxDifference(outputs, expected.outputs) < 1e-6);
    assert.ok(Math.abs(error - expected.error) < 1e-6);
    assert.notDeepEqual(trainer.test().outputs, outputs);
    assert.deepEqual(trainer.test({ network: trainer.network }), trainer.test());
    guest.free();
    trainer.free();
  });

  test('it tells what it showed last, how the network answered, and how well so far', () => {
    const trainer = loaded();
    assert.equal(trainer.shown, null);
    assert.deepEqual(trainer.learnt, { shown: 0, correct: 0, error: 0 });
    const records = parseRecords(csv);
    let [correct, error] = [0, 0];
    for (let step = 0; step < 120; step++) {
      const before = trainer.network.copy();
      trainer.run({ samples: 1 });
      const shown = shownBy(trainer);
      const [record, variant] = [Math.floor(step / 3) % 20, step % 3];
      const { label, inputs } = records[record];
      assert.deepEqual([shown.record, shown.label, shown.variant], [record, label, variant]);
      const turned = glassbox.rotate(inputs, [0, 10, -10][variant]);
      assert.ok(maxDifference(shown.inputs, turned) < 1e-6, `step ${step}: another picture`);
      assert.ok(maxDifference(before.query(shown.inputs), shown.outputs) < 1e-6, `step ${step}: outputs`);
      before.free();
      correct += Number(answerOf(shown.outputs) === label);
      error += errorOf(shown.outputs, label);
      assert.deepEqual([trainer.learnt.shown, trainer.learnt.correct], [step + 1, correct]);
      assert.ok(Math.abs(trainer.learnt.error - error) < 1e-6 * error);
    }
    assert.ok(correct > 0 && correct < 120, `${correct} of 120: nothing is tested`);
    const { shown } = trainer;
    assert.deepEqual(trainer.run({ samples: 1 }).step, 120);
    assert.deepEqual(trainer.shown, shown);
    trainer.reset(small);
    assert.equal(trainer.shown, null);
    assert.deepEqual(trainer.learnt, { shown: 0, correct: 0, error: 0 });
    trainer.run({ samples: 5 });
    trainer.write('train', testCsv);
    trainer.end('train');
    assert.equal(trainer.shown, null);
    assert.deepEqual(trainer.learnt, { shown: 0, correct: 0, error: 0 });
    trainer.free();
  });

  test('a picture that it showed can be asked about, bent and turned ones, too', () => {
    const settings = { recipe: 'quick', hiddenNodes: 4, epochs: 50, distortion: 1, flashCards: 0.05 };
    const trainer = loaded(settings);
    const variants = new Set();
    while (!trainer.run({ samples: 1 }).done) {
      const shown = shownBy(trainer);
      trainer.network.query(shown.inputs);
      variants.add(shown.variant);
    }
    assert.deepEqual([...variants].sort(), [0, 1, 2]);
    trainer.free();
  });

  test('records can be looked at', () => {
    const trainer = glassbox.trainer(small);
    trainer.write('train', csv.subarray(0, csv.length - 5));
    trainer.write('test', testCsv);
    trainer.end('test');
    for (const [kind, file, count] of /** @type {const} */ ([
      ['train', csv, 19],
      ['test', testCsv, 30],
    ])) {
      const lines = new TextDecoder().decode(file).split('\n');
      for (const index of [0, 7, count - 1]) {
        const [label, ...pixels] = lines[index].split(',').map(Number);
        assert.deepEqual(trainer.record(kind, index), { label, pixels: Uint8Array.from(pixels) });
      }
      trainer.record(kind, 0).pixels.fill(7);
      assert.equal(trainer.record(kind, 0).pixels[0], 0);
      const takes = `^index takes a whole number from 0 to ${count - 1}, not ${count}$`;
      assert.throws(() => trainer.record(kind, count), { name: 'RangeError', message: new RegExp(takes) });
    }
    trainer.free();
  });

  test('the learning rate can be changed in the middle of a run, which reset forgets', () => {
    const settings = { recipe: 'backtrack', hiddenNodes: 8, epochs: 4, records: 20, seed: 3 };
    for (const fallingRate of [0, 1]) {
      const trainer = loaded({ ...settings, fallingRate, learningRate: 0.125 });
      assert.equal(trainer.learningRate, 0.125);
      trainer.changeLearningRate(0.5);
      assert.equal(trainer.learningRate, 0.5);
      trainer.run({ samples: 1e6 });
      const fast = loaded({ ...settings, fallingRate, learningRate: 0.5 });
      fast.run({ samples: 30 });
      assert.equal(fast.learningRate < 0.5, fallingRate === 1);
      fast.run({ samples: 1e6 });
      assert.deepEqual(copyOf(trainer.network), copyOf(fast.network));
      assert.equal(fast.learningRate, fallingRate ? 0 : 0.5);
      trainer.reset({ ...settings, fallingRate, learningRate: 0.125 });
      assert.equal(trainer.learningRate, 0.125);
      trainer.free();
      fast.free();
    }
  });

  test('testing changes nothing, and what it tells is a copy', () => {
    const trainer = loaded();
    trainer.run({ samples: 7 });
    const before = stateOf(trainer);
    const { confusion, outputs } = trainer.test();
    const kept = [confusion.slice(), outputs.slice()];
    confusion.fill(7);
    outputs.fill(7);
    assert.deepEqual([trainer.test().confusion, trainer.test().outputs], kept);
    assert.deepEqual(stateOf(trainer), before);
    trainer.free();
  });

  test('a file that is wrong throws a CsvError that says where and why', () => {
    const [line] = new TextDecoder().decode(csv).split('\n');
    const fields = line.split(',');
    const withField = (/** @type {number} */ column, /** @type {string} */ field) =>
      [...fields.slice(0, column - 1), field, ...fields.slice(column)].join(',');
    /** @type {[text: string, row: number, column: number, reason: RegExp][]} */
    const cases = [
      [`${line}\n${withField(7, 'x')}`, 2, 7, /^found ‘x’ where a whole number belongs$/],
      [withField(8, ' 1'), 1, 8, /^found a space where a whole number belongs$/],
      [withField(9, '1\t'), 1, 9, /^found a tab where a whole number belongs$/],
      [withField(10, '1\r5'), 1, 10, /^found a carriage return where a whole number belongs$/],
      [
        withField(11, '\u00b5'),
        1,
        11,
        /^found the byte 194, which is not text, where a whole number belongs$/,
      ],
      [`${line}\n${line}\n${withField(785, '')}`, 3, 785, /^there is nothing where a whole number belongs$/],
      [withField(1, '10'), 1, 1, /^the label is outside 0\.\.9$/],
      [withField(300, '256'), 1, 300, /^the pixel is outside 0\.\.255$/],
      [withField(2, '-3'), 1, 2, /^the pixel is outside 0\.\.255$/],
      [fields.slice(0, 5).join(), 1, 5, /^the row ends here; a record has 785 columns/],
      [`${line},0`, 1, 786, /^the row goes on; a record has 785 columns/],
      [`${line}\n\n${line}`, 2, 1, /^the row is empty, and others follow it$/],
      ['', 1, 1, /^the file holds no records$/],
    ];
    for (const kind of /** @type {const} */ (['train', 'test'])) {
      for (const ending of ['', '\n']) {
        for (const [text, row, column, reason] of cases) {
          const trainer = loaded();
          const before = stateOf(trainer);
          assert.throws(
            () => {
              trainer.write(kind, bytes(text + ending));
              trainer.end(kind);
            },
            (/** @type {unknown} */ error) => {
              assert.ok(error instanceof CsvError && error instanceof Error);
              assert.equal(error.name, 'CsvError');
              assert.deepEqual([error.row, error.column], [row, column], text.slice(-40));
              assert.match(error.reason, reason);
              const place = /no records/.test(error.reason) ? '' : `row ${row}, column ${column}: `;
              assert.equal(error.message, place + error.reason);
              return true;
            },
          );
          assert.deepEqual(stateOf(trainer), before);
          assert.equal(trainer.write(kind, csv), 20);
          assert.equal(trainer.end(kind), 20);
          trainer.free();
        }
      }
    }
  });

  test('an error far into a big piece is told, and the rest of the piece is dropped', () => {
    const trainer = glassbox.trainer(small);
    const good = new TextDecoder().decode(csv);
    const big = `${good.repeat(30)}nonsense\n${good.repeat(10)}`;
    assert.ok(big.length > 1 << 20);
    assert.throws(() => trainer.write('train', bytes(big)), { name: 'CsvError', row: 601, column: 1 });
    assert.equal(trainer.records('train'), 0);
    assert.equal(trainer.write('train', csv), 20);
    assert.equal(trainer.end('train'), 20);
    trainer.free();
  });

  test('an abandoned file leaves what was loaded before', () => {
    const trainer = loaded();
    for (const kind of /** @type {const} */ (['train', 'test'])) {
      const before = stateOf(trainer);
      trainer.write(kind, csv.subarray(0, 5000));
      trainer.abandon(kind);
      assert.deepEqual(stateOf(trainer), before);
      trainer.write(kind, testCsv);
      assert.equal(trainer.end(kind), 30);
    }
    assert.deepEqual([trainer.records('train'), trainer.records('test')], [30, 30]);
    trainer.free();
  });

  test('another training file starts the run anew, another test file does not', () => {
    const trainer = loaded();
    const start = copyOf(trainer.network);
    const { step } = trainer.run({ samples: 10 });
    trainer.write('test', csv);
    trainer.end('test');
    assert.equal(trainer.progress.step, step);
    trainer.write('train', testCsv);
    assert.equal(trainer.progress.step, step);
    trainer.end('train');
    assert.deepEqual(trainer.progress, { epoch: 0, step: 0, steps: 180, done: false });
    assert.deepEqual(copyOf(trainer.network), start);
    trainer.free();
  });

  test('other settings start a new run on the same records, in the same network', () => {
    const trainer = loaded();
    const { network } = trainer;
    trainer.run({ samples: 10 });
    trainer.reset({ recipe: 'backtrack', hiddenNodes: 12, records: 15, seed: 9 });
    assert.deepEqual(trainer.progress, { epoch: 0, step: 0, steps: 75, done: false });
    assert.equal(network, trainer.network);
    assert.equal(network.hiddenNodes, 12);
    const fresh = loaded({ ...small, recipe: 'backtrack', hiddenNodes: 12, epochs: 5, seed: 9 });
    assert.deepEqual(copyOf(network), copyOf(fresh.network));
    trainer.free();
    fresh.free();
  });

  test('its network can be given weights to start from', () => {
    const trainer = loaded();
    trainer.network.setWeights(weights(8));
    trainer.run({ samples: 5 });
    const network = glassbox.network({ hiddenNodes: 8 });
    network.setWeights(weights(8));
    assert.notDeepEqual(copyOf(trainer.network), copyOf(network));
    assert.equal(trainer.progress.step, 5);
    trainer.free();
  });

  test('what does not fit is refused, and nothing has changed', async () => {
    const trainer = loaded();
    const elsewhere = (await loadGlassbox()).network({ hiddenNodes: 2 });
    const freed = glassbox.network({ hiddenNodes: 2 });
    freed.free();
    const other = glassbox.trainer(small);
    const theirs = other.network;
    other.free();
    trainer.run({ samples: 7 });
    const any = /** @type {any} */ (trainer);
    assertRefused(
      [
        [() => any.write('Train', csv), 'RangeError', /^kind takes 'train' or 'test', not Train$/],
        [() => any.write(undefined, csv), 'RangeError', /^kind .* not undefined$/],
        [() => any.end(0), 'RangeError', /^kind .* not 0$/],
        [() => any.abandon(), 'RangeError', /^kind .* not undefined$/],
        [() => any.records('toString'), 'RangeError', /^kind .* not toString$/],
        [() => any.write('train', '1,2,3'), 'TypeError', /^bytes takes a Uint8Array, not string$/],
        [() => any.write('train', [1, 2]), 'TypeError', /^bytes takes a Uint8Array, not Array$/],
        [() => any.write('train'), 'TypeError', /^bytes takes a Uint8Array, not undefined$/],
        [() => any.run(), 'TypeError', /samples/],
        [() => any.run({}), 'TypeError', /^samples takes a number, not undefined$/],
        [() => any.run({ samples: '5' }), 'TypeError', /^samples takes a number, not string$/],
        [() => any.run({ samples: -1 }), 'RangeError', /^samples .* from 0 to \d+, not -1$/],
        [() => any.run({ samples: 1.5 }), 'RangeError', /^samples .* not 1\.5$/],
        [() => any.run({ samples: Number.NaN }), 'RangeError', /^samples .* not NaN$/],
        [() => any.run({ samples: Number.POSITIVE_INFINITY }), 'RangeError', /^samples .* not Infinity$/],
        [() => any.test({ to: 31 }), 'RangeError', /^to takes a whole number from 1 to 30, not 31$/],
        [() => any.test({ to: 0 }), 'RangeError', /^to .* not 0$/],
        [() => any.test({ from: 30 }), 'RangeError', /^from takes a whole number from 0 to 29, not 30$/],
        [() => any.test({ from: '1' }), 'TypeError', /^from takes a number, not string$/],
        [() => any.test({ network: {} }), 'TypeError', /^network takes a Network, not Object$/],
        [() => any.test({ network: 'mine' }), 'TypeError', /^network takes a Network, not string$/],
        [
          () => any.test({ network: elsewhere }),
          'TypeError',
          /^network takes one of this module, not of another$/,
        ],
        [() => any.test({ network: freed }), 'Error', /^this network was freed$/],
        [() => any.test({ network: theirs }), 'Error', /^this trainer was freed$/],
        [() => any.test({ size: 3 }), 'TypeError', /^unknown 'size' in part; there are from, to, network$/],
        [() => any.record('train', 20), 'RangeError', /^index takes a whole number from 0 to 19, not 20$/],
        [() => any.record('test', -1), 'RangeError', /^index .* from 0 to 29, not -1$/],
        [() => any.record('train', '1'), 'TypeError', /^index takes a number, not string$/],
        [() => any.record('both', 1), 'RangeError', /^kind takes 'train' or 'test', not both$/],
        [() => any.changeLearningRate(0), 'RangeError', /^learningRate takes a number .* to 1, not 0$/],
        [() => any.changeLearningRate(1.5), 'RangeError', /^learningRate .* not 1\.5$/],
        [() => any.changeLearningRate(Number.NaN), 'RangeError', /^learningRate .* not NaN$/],
        [() => any.changeLearningRate('0.1'), 'TypeError', /^learningRate .* not '0\.1'$/],
        [() => any.reset({ recipe: 'cake' }), 'RangeError', /^unknown recipe 'cake'; .* backtrack$/],
        [() => any.reset({ epochs: 0 }), 'RangeError', /^epochs takes a whole number from 1 to 1000, not 0$/],
        [() => any.network.free(), 'Error', /^this network belongs to its trainer: free the trainer$/],
        [() => any.network.query([]), 'RangeError', /^inputs takes 784 numbers, not 0$/],
      ],
      () => stateOf(trainer),
    );
    trainer.free();
  });

  test('settings that do not fit are refused', () => {
    const make = (/** @type {any} */ settings) => () => glassbox.trainer(settings);
    assertRefused(
      [
        [make({ recipe: 'toString' }), 'RangeError', /^unknown recipe 'toString'/],
        [make({ recipe: 5 }), 'RangeError', /^unknown recipe 5/],
        [
          make({ speed: 5 }),
          'TypeError',
          /^unknown 'speed' in settings; there are hiddenNodes, learningRate/,
        ],
        [make(null), 'TypeError', /^settings takes \{ hiddenNodes, .*, recipe \}, not null$/],
        [make('backtrack'), 'TypeError', /^settings takes .* not string$/],
        [make({ hiddenNodes: 1025 }), 'RangeError', /^hiddenNodes .* not 1025$/],
        [make({ learningRate: '0.1' }), 'TypeError', /^learningRate .* not '0\.1'$/],
        [make({ epochs: 1001 }), 'RangeError', /^epochs .* not 1001$/],
        [make({ epochs: 1.5 }), 'RangeError', /^epochs .* not 1\.5$/],
        [make({ angle: -1 }), 'RangeError', /^angle takes a number from 0 to 180, not -1$/],
        [make({ angle: Number.NaN }), 'RangeError', /^angle .* not NaN$/],
        [make({ records: -1 }), 'RangeError', /^records .* not -1$/],
        [make({ seed: 2 ** 32 }), 'RangeError', /^seed .* not 4294967296$/],
      ],
      () => glassbox.memoryBytes,
    );
  });

  test('testing and looking without records says what is missing', () => {
    const trainer = glassbox.trainer(small);
    assert.throws(() => trainer.test(), { name: 'Error', message: /^there are no test records/ });
    for (const kind of /** @type {const} */ (['train', 'test'])) {
      const message = new RegExp(`^index takes one of the ${kind} records, and there are none$`);
      assert.throws(() => trainer.record(kind, 0), { name: 'RangeError', message });
    }
    trainer.free();
  });

  test('a trainer that was freed says so, and so does its network', () => {
    const trainer = loaded();
    const { network } = trainer;
    trainer.free();
    const message = /^this trainer was freed$/;
    for (const call of [
      () => trainer.write('train', csv),
      () => trainer.end('train'),
      () => trainer.abandon('train'),
      () => trainer.records('train'),
      () => trainer.run({ samples: 1 }),
      () => trainer.progress,
      () => trainer.shown,
      () => trainer.learnt,
      () => trainer.learningRate,
      () => trainer.changeLearningRate(0.1),
      () => trainer.record('train', 0),
      () => trainer.test(),
      () => trainer.reset(),
      () => trainer.free(),
      () => network.query(picture(1)),
      () => network.copy(),
      () => network.weights,
      () => network.train(picture(1), targetsFor(1)),
      () => network.backquery(targetsFor(1)),
      () => network.wih,
      () => network.hiddenNodes,
      () => network.setWeights(weights(2)),
    ]) {
      assert.throws(call, { name: 'Error', message }, `${call}`);
    }
  });

  test('both files of MNIST fit into 128 MB, again and again', { timeout: 120_000 }, async (t) => {
    const own = await loadGlassbox();
    const trainer = own.trainer();
    for (const kind of /** @type {const} */ (['train', 'test'])) {
      for await (const chunk of createReadStream(mnistPath(kind))) trainer.write(kind, chunk);
      trainer.end(kind);
    }
    trainer.run({ samples: 30 });
    trainer.test({ to: 10 });
    assert.deepEqual([trainer.records('train'), trainer.records('test')], [60_000, 10_000]);
    t.diagnostic(`${(own.memoryBytes / 2 ** 20).toFixed(1)} MB`);
    assert.ok(own.memoryBytes <= 128 * 2 ** 20, `${own.memoryBytes} bytes`);
    trainer.free();

    const size = own.memoryBytes;
    const again = own.trainer();
    for await (const chunk of createReadStream(mnistPath('train'))) again.write('train', chunk);
    again.end('train');
    assert.equal(own.memoryBytes, size, 'freed memory is not used again');
  });
});
