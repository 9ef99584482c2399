import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { strongest } from '../../web/shared/ranking.js';
import { Questions } from '../../web/worker/questions.js';
import { Session } from '../../web/worker/session.js';
import { drawn, SETTINGS, SEVEN, testing, train } from './client.js';

/** @type {Session} */
let session;
/** @type {Questions} */
let questions;

before(async () => {
  const glassbox = await loadGlassbox();
  session = new Session(glassbox, null, SETTINGS, () => {});
  questions = new Questions(glassbox, session);
});
after(() => session.trainer.free());

test('before there are records, there is no answer about one', () => {
  assert.equal(questions.answer({ about: 'record', index: 0 }), null);
  assert.equal(questions.answer({ about: 'training' }), null);
});

test('a test record is answered as its greys are, with its label', async () => {
  await session.load('test', { name: 'test.csv', file: testing });
  const { label, pixels } = session.trainer.record('test', 7);
  const answer = questions.answer({ about: 'record', index: 7 });
  assert.ok(answer);
  assert.equal(answer.label, label);
  assert.equal(answer.record, 7);
  assert.deepEqual(answer.pixels, pixels);
  assert.deepEqual(answer.outputs, session.network.query(answer.inputs));
  assert.equal(questions.answer({ about: 'record', index: 300 }), null, 'there are 300');
});

test('the training record that was shown last is answered as the network got it', async () => {
  await session.load('train', { name: 'train.csv', file: train });
  await session.step();
  const answer = questions.answer({ about: 'training' });
  const shown = session.trainer.shown;
  assert.ok(answer && shown);
  assert.deepEqual(answer.inputs, shown.inputs);
  assert.equal(answer.label, shown.label);
  assert.deepEqual(answer.pixels, session.trainer.record('train', shown.record).pixels);
  assert.deepEqual(answer.outputs, session.network.query(shown.inputs));
});

test('the weights of a node, of a pixel and to the outputs are the network’s, of now', async () => {
  for (let steps = 0; steps < 2; steps++) {
    const { wih, who } = session.network.weights;
    assert.deepEqual(questions.node(3), wih.subarray(3 * 784, 4 * 784));
    assert.deepEqual(
      questions.pixel(400),
      Float32Array.from({ length: 30 }, (_, node) => wih[node * 784 + 400]),
    );
    assert.deepEqual(questions.answer(drawn(SEVEN))?.who, who);
    await session.step();
  }
});

test('paths lead from the pixels that move a node most to the nodes that pull most at the answer', () => {
  const answer = questions.answer(drawn(SEVEN));
  assert.ok(answer);
  const { hidden, outputs, who, inputs, paths } = answer;
  const digit = outputs.indexOf(Math.max(...outputs));
  const pulls = hidden.map((value, node) => value * who[30 * digit + node]);
  assert.deepEqual(
    paths.map(({ node }) => node),
    strongest(pulls, 6),
  );
  for (const { node, pixels } of paths) {
    const weights = questions.node(node);
    assert.equal(pixels.length, 5);
    for (const { pixel, strength } of pixels) {
      assert.ok(answer.pixels[pixel] > 0, 'only ink');
      assert.ok(Math.abs(strength - weights[pixel] * (inputs[pixel] - 0.01)) < 1e-6);
    }
  }
});
