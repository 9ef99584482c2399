import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { targetsFor } from '../../web/shared/targets.js';
import { createApi } from '../../web/worker/api.js';
import { Imaginer } from '../../web/worker/imaginer.js';
import { clientTest, drawn, SETTINGS, SEVEN, train } from './client.js';

/** @typedef {import('../../web/worker/messages.js').PicturesMessage} PicturesMessage */

/**
 * An imaginer whose assistants take a while for an ascent, with a clock of its own.
 *
 * @param {import('node:test').TestContext} context
 * @param {{ rest?: number, took?: number, observers?: number }} [pace]
 */
function watched(context, { rest = 0, took = 10, observers = 1 } = {}) {
  const clock = { now: 1000, rest };
  context.mock.method(performance, 'now', () => clock.now);
  // A browser's timers take a millisecond at least.
  context.mock.timers.enable();
  const { clearTimeout, setTimeout } = globalThis;
  // Node 18 loses its timers if it is to clear one that was never set.
  context.mock.method(globalThis, 'clearTimeout', (/** @type {any} */ timer) => timer && clearTimeout(timer));
  context.mock.method(globalThis, 'setTimeout', (/** @type {() => void} */ then, /** @type {number} */ ms) =>
    setTimeout(then, Math.max(ms, 1)),
  );
  const network = {
    backquery: () => new Float32Array(784),
    imagined: /** @type {Float32Array | null} */ (null),
  };
  /** By assistant, how many ascents it has begun. */
  const begun = Array(observers).fill(0);
  /** @type {[number, number][]} the first digit and the number of pictures of each message */
  const told = [];
  const imaginer = new Imaginer(
    /** @type {any} */ ({ network }),
    {
      observers,
      async imagine(_network, _digit, observer) {
        begun[observer]++;
        clock.now += took;
        return new Float32Array(784);
      },
    },
    'ascent',
    () => clock.rest,
    (news) => {
      const { first, pictures } = /** @type {PicturesMessage} */ (news);
      told.push([first, pictures.length / 784]);
    },
  );
  const digits = () => told.splice(0).map(([first]) => first);
  /** The ascents that have begun, or so many of them, have ended, and what follows them without a rest. */
  const ended = async (most = 20) => {
    for (let i = 0; i < most; i++) await Promise.resolve();
  };
  /** @param {number} ms */
  const pass = async (ms) => {
    context.mock.timers.tick(ms);
    await ended();
  };
  return { imaginer, network, told, digits, begun, clock, pass, ended };
}

test('ten ascents follow each other, and no more', async (context) => {
  const { imaginer, told, ended } = watched(context);
  imaginer.changed();
  assert.deepEqual(told, [], 'nobody waits for the first');
  await ended();
  assert.deepEqual(
    told,
    Array.from({ length: 10 }, (_, digit) => [digit, 1]),
  );
});

test('a network that changes before its ten are made leaves none of the digits out', async (context) => {
  const { imaginer, digits, ended } = watched(context);
  imaginer.changed();
  await ended(4);
  const made = digits().length;
  assert.ok(made > 0 && made < 10);
  imaginer.changed();
  await ended();
  assert.deepEqual(
    digits(),
    Array.from({ length: 11 }, (_, i) => (made + i) % 10),
    'one on its way, and then ten of the latest network',
  );
  for (let change = 0; change < 40; change++) {
    imaginer.changed();
    await ended(1);
  }
  assert.ok(digits().length > 15, 'they follow changes that come fast');
});

test('a network that trains has one after each rest, however often it changes', async (context) => {
  const { imaginer, digits, pass, ended } = watched(context, { rest: 50, took: 8 });
  imaginer.changed();
  await ended();
  assert.deepEqual(digits(), [0]);
  for (let change = 0; change < 399; change++) {
    imaginer.changed();
    await pass(1);
  }
  assert.deepEqual(digits(), [], 'a rest of 50 times 8 milliseconds');
  await pass(1);
  assert.deepEqual(digits(), [1]);
});

test('pictures found in another way come without rests, also of a network that trains', async (context) => {
  const { imaginer, digits, ended } = watched(context, { rest: 50 });
  imaginer.way = 'backquery';
  assert.deepEqual(digits(), [0]);
  imaginer.way = 'ascent';
  await ended();
  assert.deepEqual(digits(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('assistants share the ten of a network that rests, and only the first follows one that trains', async (context) => {
  const { imaginer, digits, begun, clock, ended } = watched(context, { observers: 2 });
  imaginer.changed();
  assert.deepEqual(begun, [1, 1], 'at once');
  await ended();
  assert.deepEqual(digits(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.deepEqual(begun, [5, 5]);
  clock.rest = 50;
  imaginer.changed();
  await ended();
  assert.deepEqual(digits(), [0]);
  assert.deepEqual(begun, [6, 5]);
});

test('when training ends, nothing waits for a rest', async (context) => {
  const { imaginer, digits, clock, ended } = watched(context, { rest: 50 });
  imaginer.changed();
  await ended();
  clock.rest = 0;
  imaginer.changed();
  await ended();
  assert.deepEqual(digits(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
});

test('backqueries come all ten at once, and drop ascents on their way', async (context) => {
  const { imaginer, told, pass } = watched(context);
  imaginer.changed();
  imaginer.way = 'backquery';
  assert.deepEqual(told, [[0, 10]]);
  await pass(1000);
  assert.equal(told.length, 1);
});

test('pictures that a network has with it come all ten at once, and drop those of another network', async (context) => {
  const { imaginer, network, told, digits, pass, ended } = watched(context);
  imaginer.changed();
  network.imagined = new Float32Array(7840);
  imaginer.changed();
  assert.deepEqual(told.splice(0), [[0, 10]]);
  await pass(1000);
  assert.deepEqual(told, []);
  network.imagined = null;
  imaginer.changed();
  await ended();
  assert.deepEqual(digits().sort(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('an ascent that began before ten came at once is dropped, even if ascents go on', async (context) => {
  const { imaginer, network, digits, ended } = watched(context);
  imaginer.changed();
  network.imagined = new Float32Array(7840);
  imaginer.changed();
  network.imagined = null;
  imaginer.changed();
  assert.deepEqual(digits(), [0], 'the ten');
  await ended();
  assert.deepEqual(digits(), [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
});

/**
 * The latest pictures by the digit that each message of them begins with.
 *
 * @param {import('./client.js').Client} client
 */
const latest = (client) => {
  /** @type {Record<number, Float32Array>} */
  const pictures = {};
  for (const message of client.messages) {
    if (message.about === 'pictures') pictures[message.first] = message.pictures;
  }
  return pictures;
};

/** @param {import('./client.js').Client} client */
const allAreTold = (client) => client.until(() => Object.keys(latest(client)).length === 10);

clientTest(
  'tells what the network imagines, in fresh numbers for each picture, either way',
  async (client) => {
    await client.loadBoth();
    await client.finish();
    client.messages.length = 0;
    await client.api.runs.viewSnapshot('main', null);
    await allAreTold(client);
    const trainer = (await loadGlassbox()).trainer({ recipe: 'backtrack', ...SETTINGS });
    trainer.write('train', new Uint8Array(await train.arrayBuffer()));
    trainer.end('train');
    while (!trainer.run({ samples: 600 }).done);
    const { network } = trainer;
    assert.deepEqual(
      latest(client),
      Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [digit, network.imagine(digit)])),
    );
    await client.api.runs.imagineBy('main', 'backquery');
    await client.until(() => latest(client)[0].length === 7840);
    const pictures = latest(client)[0];
    for (let digit = 0; digit < 10; digit++) {
      assert.deepEqual(
        pictures.subarray(784 * digit, 784 * (digit + 1)),
        network.backquery(targetsFor(digit)),
      );
    }
    trainer.free();
  },
);

test('a run that is created tells no picture before it has answered what is asked at once', async () => {
  const about = /** @type {string[]} */ ([]);
  const { runs, stage } = createApi(await loadGlassbox(), null, (message) => about.push(message.about));
  runs.create('main', SETTINGS);
  assert.ok(stage.answer('main', drawn(SEVEN)));
  assert.deepEqual(about, ['answering', 'progress', 'changed']);
});

clientTest(
  'while it trains, pictures are told one at a time, and the run goes on between them',
  async (client) => {
    await client.loadBoth();
    await client.api.runs.reset('main', { ...SETTINGS, epochs: 1000 });
    // So that it lasts, even where pictures take long.
    await client.api.runs.setSpeed('main', 20_000);
    await client.api.runs.play('main');
    client.messages.length = 0;
    await client.until(() => client.messages.filter(({ about }) => about === 'pictures').length > 11);
    const [begun, ended] = [
      client.messages.find(({ about }) => about === 'progress'),
      client.last('progress'),
    ];
    assert.ok(ended.active && ended.step > /** @type {any} */ (begun).step);
    for (const message of client.messages) {
      if (message.about === 'pictures') assert.equal(message.pictures.length, 784);
    }
    await client.api.runs.pause('main');
  },
);

test('a picture that a slow assistant finds does not replace that of a later network', async () => {
  /** @type {((picture: Float32Array<ArrayBuffer>) => void)[]} of the slow assistant */
  const waiting = [];
  let ink = 1;
  /** @type {number[]} the ink of each digit's picture */
  const shown = [];
  const imaginer = new Imaginer(
    /** @type {any} */ ({ network: { imagined: null } }),
    {
      observers: 2,
      imagine: (_network, _digit, observer) =>
        observer === 0
          ? new Promise((resolve) => waiting.push(resolve))
          : Promise.resolve(new Float32Array(784).fill(ink)),
    },
    'ascent',
    () => 0,
    (news) => {
      const { first, pictures } = /** @type {PicturesMessage} */ (news);
      shown[first] = pictures[0];
    },
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  imaginer.changed();
  await settled();
  ink = 2;
  imaginer.changed();
  await settled();
  waiting[0](new Float32Array(784).fill(1));
  await settled();
  assert.deepEqual(shown, Array(10).fill(2));
});
