import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLES } from '../../web/features/stage/examples.js';
import { answer, node, pixel } from '../../web/features/stage/questions.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { strongest } from '../../web/shared/ranking.js';
import { contextFor, drawn, SEVEN, testing, train } from './client.js';

const glassbox = await loadGlassbox();
const context = await contextFor(glassbox, { train, test: testing });
const { run, records } = context;

test('before there are records, there is no answer about one', async () => {
  const empty = await contextFor(glassbox, {});
  assert.equal(answer(empty, { about: 'record', index: 0 }), null);
  assert.equal(answer(empty, { about: 'training' }), null);
});

test('a test record is answered as its greys are, with its label', () => {
  const { label, pixels } = records.record('test', 7);
  const answered = answer(context, { about: 'record', index: 7 });
  assert.ok(answered);
  assert.equal(answered.label, label);
  assert.equal(answered.record, 7);
  assert.deepEqual(answered.pixels, pixels);
  assert.deepEqual(answered.outputs, run.network.query(answered.inputs));
  assert.equal(answer(context, { about: 'record', index: 300 }), null, 'there are 300');
});

test('the training record that was shown last is answered as the network got it', () => {
  assert.equal(answer(context, { about: 'training' }), null, 'none has been shown yet');
  run.train({ samples: 1 });
  const answered = answer(context, { about: 'training' });
  const { shown } = run;
  assert.ok(answered && shown);
  assert.deepEqual(answered.inputs, shown.inputs);
  assert.equal(answered.label, shown.label);
  assert.deepEqual(answered.pixels, records.record('train', shown.record).pixels);
  assert.deepEqual(answered.outputs, run.network.query(shown.inputs));
});

test('the weights of a node, of a pixel and to the outputs are the network’s, of now', () => {
  for (let steps = 0; steps < 2; steps++) {
    const { wih, who } = run.network.weights;
    assert.deepEqual(node(context, 3), wih.subarray(3 * 784, 4 * 784));
    assert.deepEqual(
      pixel(context, 400),
      Float32Array.from({ length: 30 }, (_, node) => wih[node * 784 + 400]),
    );
    assert.deepEqual(answer(context, drawn(SEVEN))?.who, who);
    run.train({ samples: 1 });
  }
});

test('paths lead from the pixels that move a node most to the nodes that pull most at the answer', () => {
  const answered = answer(context, drawn(SEVEN));
  assert.ok(answered);
  const { hidden, outputs, who, inputs, paths } = answered;
  const digit = outputs.indexOf(Math.max(...outputs));
  const pulls = hidden.map((value, node) => value * who[30 * digit + node]);
  assert.deepEqual(
    paths.map(({ node }) => node),
    strongest(pulls, 6),
  );
  for (const { node: index, pixels } of paths) {
    const weights = node(context, index);
    assert.equal(pixels.length, 5);
    const chosen = new Set(pixels.map(({ pixel }) => pixel));
    const others = Array.from(weights, (weight, i) => (chosen.has(i) ? 0 : weight * (inputs[i] - 0.01)));
    const least = Math.min(...pixels.map(({ strength }) => Math.abs(strength)));
    assert.ok(
      Math.max(...others.map(Math.abs)) <= least + 1e-6,
      `node ${index}: another pixel moves it more`,
    );
    for (const { pixel, strength } of pixels) {
      assert.ok(answered.pixels[pixel] > 0, 'only ink');
      assert.ok(Math.abs(strength - weights[pixel] * (inputs[pixel] - 0.01)) < 1e-6);
    }
  }
});

test('digits side by side are read one by one; one of them is answered, by default the one drawn last', async () => {
  const network = await glassbox.pretrained();
  const answering = { kind: /** @type {const} */ ('bundled'), network, step: 0, weights: network.weights };
  const asked = { ...context, answering };
  const [four, three, seven] = [EXAMPLES[2], moved(EXAMPLES[0], 0.6), moved(EXAMPLES[1], 1.2)];
  const drawing = [...four, ...seven, ...three, [[0.1, 0.9]]];
  const alone = [four, three, seven].map((strokes) => answer(asked, drawn(strokes)));
  for (const [wanted, shown] of /** @type {[number | null, number][]} */ ([
    [null, 1],
    [0, 0],
    [2, 2],
  ])) {
    const answered = answer(asked, drawn(drawing, true, wanted));
    assert.ok(answered?.stages);
    assert.deepEqual(
      answered.predictions.map(({ digit }) => digit),
      [4, 3, 7],
    );
    assert.equal(answered.digit, shown);
    assert.deepEqual(answered.outputs, alone[shown]?.outputs);
    assert.deepEqual(answered.pixels, alone[shown]?.pixels);
    assert.deepEqual(answered.stages.inked, alone[shown]?.stages?.inked);
    assert.deepEqual(answered.stages.raw, answer(asked, drawn(drawing, false))?.pixels, 'all as it is drawn');
  }
  assert.equal(answer(asked, drawn(drawing, false))?.predictions.length, 1, 'without preparation');
});

/** @param {number[][][]} strokes @param {number} right */
const moved = (strokes, right) => strokes.map((stroke) => stroke.map(([x, y]) => [x + right, y]));
