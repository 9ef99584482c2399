import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { createApi } from '../../web/worker/api.js';
import { SETTINGS, testing, train } from './client.js';

/** @typedef {import('../../web/worker/messages.js').Message} Message */
/** @typedef {import('../../web/worker/answering.js').Answering} Answering */

const glassbox = await loadGlassbox();

/** A run with records, and what is told of which network answers for it. @param {boolean} hasBundled */
async function start(hasBundled) {
  const bundled = hasBundled ? glassbox.network({ hiddenNodes: 5, seed: 9 }) : null;
  const messages = /** @type {Message[]} */ ([]);
  const api = createApi(glassbox, bundled, (message) => messages.push(message));
  api.runs.create('main', SETTINGS);
  await api.records.loadMnist('train', { name: 'train.csv', file: train });
  await api.records.loadMnist('test', { name: 'test.csv', file: testing });
  const told = () =>
    messages.flatMap((message) => (message.about === 'answering' ? [message.answering] : []));
  return { messages, runs: api.runs, told };
}

const BUNDLED = { kind: 'bundled', isTrained: true, hiddenNodes: 5 };
const UNTRAINED = { kind: 'run', run: 'main', isTrained: false, hiddenNodes: 30 };
const TRAINED = { ...UNTRAINED, isTrained: true };
/** @param {number} step */
const snapshot = (step) => ({ kind: 'snapshot', run: 'main', isTrained: step > 0, step, hiddenNodes: 30 });

test('which network answers is told whenever it changes, and only then', async () => {
  const { runs, told } = await start(true);
  assert.deepEqual(told(), [BUNDLED]);
  await runs.step('main');
  await runs.step('main');
  assert.deepEqual(told(), [BUNDLED, TRAINED]);
  runs.viewSnapshot('main', 1);
  runs.viewSnapshot('main', 1);
  runs.viewSnapshot('main', 0);
  runs.viewSnapshot('main', null);
  assert.deepEqual(told().slice(2), [snapshot(1), snapshot(0), TRAINED]);
  runs.reset('main', { ...SETTINGS, hiddenNodes: 8 });
  assert.deepEqual(told().slice(5), [BUNDLED]);
});

test('an untrained run and a snapshot before the first step have learned nothing yet', async () => {
  const { runs, told } = await start(false);
  assert.deepEqual(told(), [UNTRAINED]);
  runs.viewSnapshot('main', 0);
  assert.deepEqual(told().at(-1), snapshot(0));
  await runs.step('main');
  assert.deepEqual(told().at(-1), TRAINED);
});

test('it is told before anything of the network is', async () => {
  const { runs, messages } = await start(true);
  messages.length = 0;
  await runs.step('main');
  // Pictures come when a timer has run out, which may be before the score.
  const about = messages.map((message) => message.about).filter((each) => each !== 'pictures');
  assert.deepEqual(about, ['answering', 'progress', 'changed', 'score']);
});

test('training that goes on has the run’s own network answer again', async () => {
  const { runs, told } = await start(true);
  await runs.step('main');
  runs.viewSnapshot('main', 0);
  runs.play('main');
  assert.deepEqual(told().at(-1), TRAINED);
  await runs.pause('main');
});
