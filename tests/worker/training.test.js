import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { createApi } from '../../web/worker/api.js';
import { firstRecords } from '../mnist.js';
import { clientTest, drawn, SETTINGS, SEVEN, testing, train } from './client.js';

/** @typedef {import('../../web/worker/messages.js').Message} Message */

/** The training file, of which the second half comes only when `more` is called. */
async function heldFile() {
  const text = Buffer.from(await train.arrayBuffer());
  const half = text.indexOf(10, text.length / 2) + 1;
  /** @type {() => void} */
  let more = () => {};
  const held = new Promise((resolve) => {
    more = () => resolve(undefined);
  });
  /** @param {number} from @param {number} to */
  const slice = (from, to) => ({
    async arrayBuffer() {
      if (from >= half) await held;
      return new Uint8Array(text.subarray(from, from < half ? Math.min(to, half) : to)).buffer;
    },
  });
  return { file: /** @type {any} */ ({ size: text.length, slice }), more };
}

/** @type {import('../../web/glassbox.js').Glassbox} */
let glassbox;
/** The accuracy of the same run without a worker. */
let expected = 0;

before(async () => {
  glassbox = await loadGlassbox();
  const trainer = glassbox.trainer({ recipe: 'backtrack', ...SETTINGS });
  trainer.write('train', new Uint8Array(await train.arrayBuffer()));
  trainer.write('test', new Uint8Array(await testing.arrayBuffer()));
  trainer.end('train');
  trainer.end('test');
  while (!trainer.run({ samples: 97 }).done);
  expected = trainer.test().accuracy;
  trainer.free();
});

describe('a run', () => {
  clientTest('trains to the very network that a trainer makes, and scores it', async (client) => {
    await client.loadBoth();
    await client.api.runs.play('main');
    await client.until(() => client.last('progress')?.done && client.last('score')?.step === 1200);
    assert.equal(client.last('score').accuracy, expected);
    assert.deepEqual(
      (({ active, epoch, step, steps }) => ({ active, epoch, step, steps }))(client.last('progress')),
      { active: false, epoch: 2, step: 1200, steps: 1200 },
    );
  });

  clientTest(
    'pauses at the very step that is asked for, once, and goes on to the same network',
    async (client) => {
      await client.loadBoth();
      await client.api.runs.play('main', 777);
      await client.until(() => client.last('progress').step > 0 && !client.last('progress').active);
      assert.equal(client.last('progress').step, 777);
      await client.until(() => client.last('score').step === 777);
      await client.api.runs.play('main', 777);
      await client.until(() => client.last('progress').done && client.last('score').step === 1200);
      assert.equal(client.last('score').accuracy, expected);
    },
  );

  clientTest('pauses at a step that is asked for while it trains', async (client) => {
    await client.loadBoth();
    await client.api.runs.setSpeed('main', 1000);
    await client.api.runs.play('main');
    await client.until(() => client.last('progress').step > 0);
    await client.api.runs.play('main', 777);
    await client.until(() => !client.last('progress').active);
    assert.equal(client.last('progress').step, 777);
  });

  clientTest('starts to train before the file is complete, and ends at the same network', async (client) => {
    const { file, more } = await heldFile();
    // A port would not carry a stream's source: this one is asked directly.
    const messages = /** @type {Message[]} */ ([]);
    const { records, runs } = createApi(glassbox, null, (message) => messages.push(message));
    runs.create('main', SETTINGS);
    const last = (/** @type {string} */ about) =>
      /** @type {any} */ (messages.findLast((m) => m.about === about));
    await records.loadMnist('test', { name: 'test.csv', file: testing });
    const loading = records.loadMnist('train', { name: 'train.csv', file: /** @type {any} */ (file) });
    runs.play('main');
    await client.until(() => messages.some((m) => m.about === 'file' && m.records > 0));
    do {
      runs.play('main');
      await new Promise((resolve) => setTimeout(resolve, 20));
      await runs.pause('main');
    } while (last('progress').step <= 200);
    assert.ok(
      last('progress').step > 200 && last('progress').step < 600,
      `trained ${last('progress').step} records`,
    );
    assert.equal(last('file').state, 'arriving');
    runs.play('main');
    more();
    await loading;
    await client.until(() => last('progress').done && last('score').step === 1200);
    assert.equal(last('score').accuracy, expected);
  });

  clientTest('pauses, steps one record at a time, and goes on', async (client) => {
    await client.loadBoth();
    await client.api.runs.step('main');
    assert.equal(client.last('progress').step, 1);
    await client.api.runs.step('main');
    assert.equal(client.last('progress').step, 2);
    assert.equal(client.last('score').step, 2);
    await client.api.runs.play('main');
    await client.api.runs.pause('main');
    const { step, active } = client.last('progress');
    assert.equal(active, false);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(client.last('progress').step, step);
    await client.api.runs.play('main');
    await client.until(() => client.last('progress').done && client.last('score').step === 1200);
    assert.equal(client.last('score').accuracy, expected);
  });

  test('the network that came with the page answers until training begins, and after a reset', async () => {
    const bundled = glassbox.network({ hiddenNodes: 5, seed: 9 });
    const messages = /** @type {Message[]} */ ([]);
    const { records, runs, stage } = createApi(glassbox, bundled, (message) => messages.push(message));
    runs.create('main', SETTINGS);
    const drawing = glassbox.drawing(SEVEN);
    const wanted = bundled.query(/** @type {{ inputs: Float32Array }} */ (drawing).inputs);
    assert.deepEqual(stage.answer('main', drawn(SEVEN))?.outputs, wanted);
    runs.reset('main', SETTINGS);
    runs.imagineBy('main', 'backquery');
    const first = messages.find(({ about }) => about === 'pictures');
    assert.deepEqual(
      /** @type {Extract<Message, { about: 'pictures' }>} */ (first).pictures.subarray(0, 784),
      bundled.backquery(Float32Array.from({ length: 10 }, (_, k) => (k === 0 ? 0.99 : 0.01))),
    );
    await records.loadMnist('train', { name: 'train.csv', file: train });
    await runs.step('main');
    assert.notDeepEqual(stage.answer('main', drawn(SEVEN))?.outputs, wanted);
    runs.reset('main', SETTINGS);
    assert.deepEqual(stage.answer('main', drawn(SEVEN))?.outputs, wanted);
    // A score would be the untrained network's, which is not the one that answers.
    messages.length = 0;
    await records.loadMnist('test', { name: 'test.csv', file: testing });
    await runs.pause('main');
    assert.ok(!messages.some(({ about }) => about === 'score'));
    bundled.free();
  });

  clientTest('answers a drawing while it trains, and a blank with nothing', async (client) => {
    await client.loadBoth();
    await client.api.runs.reset('main', recipeSettings('backtrack', { epochs: 1000 }));
    await client.api.runs.play('main');
    for (let i = 0; i < 5; i++) {
      const answer = await client.api.stage.answer('main', drawn(SEVEN));
      assert.equal(answer?.outputs.length, 10);
      assert.equal(answer?.pixels.length, 784);
    }
    assert.equal(await client.api.stage.answer('main', drawn([])), null);
    assert.ok(client.last('progress').active);
    await client.api.runs.pause('main');
  });

  clientTest('answers a drawing as it lies on the pad, where it is not to be prepared', async (client) => {
    const small = SEVEN.map((stroke) => stroke.map(([x, y]) => [0.1 + x / 100, 0.1 + y / 100]));
    const prepared = await client.api.stage.answer('main', drawn(small));
    const raw = await client.api.stage.answer('main', drawn(small, false));
    assert.ok(prepared?.stages && raw?.stages);
    assert.deepEqual(prepared.stages, raw.stages);
    assert.deepEqual(prepared.pixels, prepared.stages.placed);
    assert.deepEqual(raw.pixels, raw.stages.raw);
    assert.notDeepEqual(raw.pixels, prepared.pixels);
    assert.notDeepEqual(raw.outputs, prepared.outputs);
    assert.deepEqual([raw.stages.thin.length, raw.stages.inked.length], [400, 400]);
    assert.equal(await client.api.stage.answer('main', drawn([], false)), null);
  });

  clientTest('starts anew at a reset, as another generation, on the same records', async (client) => {
    await client.loadBoth();
    await client.api.runs.step('main');
    const { generation } = client.last('progress');
    await client.api.runs.reset('main', SETTINGS);
    assert.equal(client.last('progress').generation, generation + 1);
    assert.equal(client.last('progress').step, 0);
    await client.api.runs.play('main');
    await client.until(() => client.last('progress').done && client.last('score').step === 1200);
    assert.equal(client.last('score').accuracy, expected);
  });

  clientTest(
    'keeps records and network when a file fails, says why and where, and takes the next',
    async (client) => {
      await client.loadBoth();
      await client.api.runs.step('main');
      const run = client.last('progress');
      const broken = new Blob([await firstRecords('train', 3), '4,0,0,x\n']);
      await client.api.records.loadMnist('train', { name: 'mine.csv', file: broken });
      const file = client.last('file');
      assert.equal(file.state, 'failed');
      assert.deepEqual(file.error, {
        code: 'csv-not-a-number',
        parameters: { row: 4, column: 4, found: 'x'.charCodeAt(0) },
      });
      assert.deepEqual(client.last('progress'), run);
      await client.api.records.loadMnist('train', {
        name: 'mine.csv',
        file: new Blob([await firstRecords('train', 5)]),
      });
      assert.equal(client.last('file').state, 'loaded');
      assert.equal(client.last('progress').steps, 10);
      assert.equal(client.last('progress').step, 0);
    },
  );

  test('drops a file for the one that is asked for next', async () => {
    const { file, more } = await heldFile();
    const messages = /** @type {any[]} */ ([]);
    const { records, runs } = createApi(glassbox, null, (message) => messages.push(message));
    runs.create('main', SETTINGS);
    const first = records.loadMnist('train', { name: 'first.csv', file });
    await records.loadMnist('train', {
      name: 'second.csv',
      file: new Blob([await firstRecords('train', 7)]),
    });
    more();
    await first;
    const files = messages.filter((message) => message.about === 'file');
    assert.deepEqual(
      files.filter(({ state }) => state !== 'arriving').map(({ name, records }) => [name, records]),
      [['second.csv', 7]],
    );
    assert.equal(messages.findLast((message) => message.about === 'progress').steps, 14);
  });

  clientTest('stops where there is nothing to learn from', async (client) => {
    await client.api.runs.play('main');
    await client.until(() => client.last('progress')?.active === false);
    assert.equal(client.last('progress').step, 0);
  });

  clientTest('scores anew when other test records come', async (client) => {
    await client.loadBoth();
    await client.api.runs.step('main');
    await client.api.records.loadMnist('test', {
      name: 'few.csv',
      file: new Blob([await firstRecords('test', 50)]),
    });
    await client.until(() => client.last('score').total === 50);
    assert.equal(client.last('score').step, 1);
  });

  clientTest('refuses settings and drawings that cannot be, by name, and goes on', async (client) => {
    await assert.rejects(
      client.api.runs.reset('main', { ...SETTINGS, hiddenNodes: 0 }),
      /hiddenNodes takes a whole number/,
    );
    await assert.rejects(
      client.api.stage.answer('main', drawn([[[0, Number.NaN]]])),
      /strokes\[0\]\[1\] takes a finite number/,
    );
    assert.ok(await client.api.stage.answer('main', drawn(SEVEN)));
  });

  clientTest(
    'an error crosses with its code and parameters, and as much as there is of any other',
    async (client) => {
      const settings = { ...SETTINGS, hiddenNodes: 0 };
      await assert.rejects(client.api.runs.reset('main', settings), {
        message: 'hiddenNodes takes a whole number from 1 to 1024, not 0',
        code: 'takes-whole-number-in-range',
        parameters: { name: 'hiddenNodes', min: 1, max: 1024, got: '0' },
      });
      const noSubject = /** @type {any} */ (null);
      await assert.rejects(
        client.api.stage.answer('main', noSubject),
        ({ name, message, code, parameters }) => {
          assert.deepEqual([name, code, parameters], ['TypeError', 'unexpected-error', { message }]);
          return true;
        },
      );
    },
  );
});
