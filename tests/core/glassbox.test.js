// What web/glassbox.js promises: shapes, copies, errors after which nothing has changed.

import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { CsvError, loadGlassbox } from '../../web/glassbox.js';
import { parseRecords, targetsFor, uniform } from '../helpers.js';
import { firstRecords, mnistPath } from '../mnist.js';

const WASM = new URL('../../web/wasm/glassbox.wasm', import.meta.url);

/** @typedef {{ wih: Float32Array, who: Float32Array }} Weights */

/** @typedef {Awaited<ReturnType<typeof loadGlassbox>>} Glassbox */

const glassbox = await loadGlassbox();
const csv = await firstRecords('train', 20);
const testCsv = await firstRecords('test', 30);

/** A picture of noise, 0.01 to 1. @param {number} seed */
function picture(seed) {
  const next = uniform(seed);
  return Float32Array.from({ length: 784 }, () => 0.01 + 0.99 * next());
}

/** @param {number} hiddenNodes */
function weights(hiddenNodes) {
  const next = uniform(hiddenNodes);
  return {
    wih: Float32Array.from({ length: hiddenNodes * 784 }, () => (next() - 0.5) / 10),
    who: Float32Array.from({ length: hiddenNodes * 10 }, () => next() - 0.5),
  };
}

/** @param {Weights} network */
const copyOf = ({ wih, who }) => ({ wih, who });

/** An array with one number changed. @param {Float32Array} array @param {number} i @param {unknown} value */
function withValue(array, i, value) {
  const plain = /** @type {unknown[]} */ ([...array]);
  plain[i] = value;
  return plain;
}

/** @typedef {[call: () => unknown, type: string, message: RegExp]} Refusal */

/**
 * Each call throws, and what `state` tells stays the same.
 *
 * @param {Refusal[]} refusals
 * @param {() => unknown} state
 */
function assertRefused(refusals, state) {
  const before = state();
  for (const [call, name, message] of refusals) {
    assert.throws(call, { name, message }, `${call}`);
    assert.deepEqual(state(), before, `${call} has changed something`);
  }
}

describe('loadGlassbox', () => {
  /** @type {Uint8Array<ArrayBuffer>} */
  let bytes;
  /** @type {import('node:http').Server} */
  let server;
  /** @type {URL} */
  let url;
  let answer = 200;

  before(async () => {
    bytes = new Uint8Array(await readFile(WASM));
    server = createServer((_request, response) => {
      response.writeHead(answer, { 'content-type': 'application/wasm' });
      response.end(answer === 200 ? bytes : 'nothing here');
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = /** @type {import('node:net').AddressInfo} */ (server.address());
    url = new URL(`http://127.0.0.1:${address.port}/glassbox.wasm`);
  });

  after(() => {
    server.closeAllConnections();
    server.close();
  });

  /** @param {Glassbox} loaded */
  function assertWorks(loaded) {
    const network = loaded.network({ hiddenNodes: 3, seed: 5 });
    assert.deepEqual(network.wih, glassbox.network({ hiddenNodes: 3, seed: 5 }).wih);
    network.free();
  }

  test('it takes bytes', async () => {
    assertWorks(await loadGlassbox({ wasm: bytes }));
    assertWorks(await loadGlassbox({ wasm: bytes.buffer }));
  });

  test('it takes a response', async () => {
    assertWorks(await loadGlassbox({ wasm: new Response(bytes) }));
  });

  test('it takes the address of a file or of a server', async () => {
    assertWorks(await loadGlassbox({ wasm: WASM }));
    answer = 200;
    assertWorks(await loadGlassbox({ wasm: url }));
  });

  test('a response that is an error is told with its status', async () => {
    const wasm = new Response('nothing here', { status: 404 });
    await assert.rejects(loadGlassbox({ wasm }), { name: 'Error', message: /answered 404/ });
  });

  test('a failed load is forgotten', async () => {
    answer = 503;
    await assert.rejects(loadGlassbox({ wasm: url }), { message: /^http:.*glassbox\.wasm.*answered 503$/ });
    answer = 200;
    assertWorks(await loadGlassbox({ wasm: url }));
    await assert.rejects(loadGlassbox({ wasm: new URL('nowhere.wasm', WASM) }), { code: 'ENOENT' });
    assertWorks(await loadGlassbox());
  });

  test('bytes that are no module are refused', async () => {
    const beheaded = bytes.subarray(1);
    await assert.rejects(loadGlassbox({ wasm: beheaded }), { name: 'CompileError', message: /magic/ });
    await assert.rejects(loadGlassbox({ wasm: bytes.subarray(0, 5000) }), { name: 'CompileError' });
    const name = /** @type {any} */ ('glassbox.wasm');
    await assert.rejects(loadGlassbox({ wasm: name }), { name: 'TypeError', message: /buffer source/i });
  });

  test('two modules have nothing in common', async () => {
    const other = await loadGlassbox();
    const [one, two] = [glassbox.network({ hiddenNodes: 2 }), other.network({ hiddenNodes: 2 })];
    one.train(picture(1), targetsFor(1));
    assert.notDeepEqual(one.wih, two.wih);
    one.free();
    assert.equal(two.query(picture(1)).length, 10);
  });
});

describe('a network', () => {
  test('it has the notebook’s settings unless others are given', () => {
    const network = glassbox.network();
    assert.equal(network.hiddenNodes, 200);
    const given = glassbox.network({ hiddenNodes: 200, learningRate: 0.2, seed: 1 });
    for (const one of [network, given]) one.train(picture(1), targetsFor(1));
    assert.deepEqual(copyOf(network), copyOf(given));
  });

  test('answers and pictures have the sizes and ranges they should have', () => {
    for (const hiddenNodes of [1, 2, 3, 5, 199, 200, 201, 1024]) {
      const network = glassbox.network({ hiddenNodes, seed: 2 });
      const outputs = network.query(picture(1));
      assert.ok(outputs instanceof Float32Array && outputs.length === 10);
      assert.ok(
        outputs.every((output) => output > 0 && output < 1),
        outputs.join(),
      );
      const imagined = network.backquery(targetsFor(3));
      assert.ok(imagined instanceof Float32Array && imagined.length === 784);
      assert.ok(imagined.every((value) => value >= 0.0099999 && value <= 0.9900001));
      assert.ok(network.wih instanceof Float32Array && network.wih.length === 784 * hiddenNodes);
      assert.ok(network.who instanceof Float32Array && network.who.length === 10 * hiddenNodes);
      assert.equal(network.hiddenNodes, hiddenNodes);
      network.free();
    }
  });

  test('a backquery spans 0.01 to 0.99, and what it imagines can be asked about', () => {
    const network = glassbox.network({ hiddenNodes: 20 });
    for (let digit = 0; digit < 10; digit++) {
      const imagined = network.backquery(targetsFor(digit));
      assert.equal(Math.min(...imagined), Math.fround(0.01));
      assert.equal(Math.max(...imagined), Math.fround(0.99));
      network.query(imagined);
    }
  });

  test('the seed makes the weights', () => {
    const seeds = [0, 1, 2, 4294967295];
    const all = seeds.map((seed) => copyOf(glassbox.network({ hiddenNodes: 4, seed })));
    for (const [i, seed] of seeds.entries()) {
      assert.deepEqual(copyOf(glassbox.network({ hiddenNodes: 4, seed })), all[i]);
      if (i > 0) assert.notDeepEqual(all[i], all[i - 1]);
    }
  });

  test('training moves the answer towards the targets', () => {
    const network = glassbox.network({ hiddenNodes: 30 });
    for (let step = 0; step < 100; step++) assert.equal(network.train(picture(1), targetsFor(6)), undefined);
    const outputs = network.query(picture(1));
    for (const [k, target] of targetsFor(6).entries()) assert.ok(Math.abs(outputs[k] - target) < 0.1);
  });

  test('asking changes nothing', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    const before = copyOf(network);
    network.query(picture(1));
    network.backquery(targetsFor(1));
    assert.deepEqual(copyOf(network), before);
  });

  test('what it returns is a copy', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    const { wih, who } = network;
    const outputs = network.query(picture(1));
    const imagined = network.backquery(targetsFor(1));
    const kept = [wih, who, outputs, imagined].map((array) => array.slice());
    wih.fill(7);
    who.fill(7);
    outputs.fill(7);
    imagined.fill(7);
    assert.deepEqual(network.wih, kept[0]);
    assert.deepEqual(network.who, kept[1]);
    assert.deepEqual(network.query(picture(1)), kept[2]);
    assert.deepEqual(network.backquery(targetsFor(1)), kept[3]);
  });

  test('what it takes is copied and left alone', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    const [inputs, targets, given] = [picture(1), targetsFor(1), weights(5)];
    network.query(inputs);
    network.train(inputs, targets);
    network.backquery(targets);
    network.setWeights(given);
    assert.deepEqual([inputs, targets, given], [picture(1), targetsFor(1), weights(5)]);
    given.wih.fill(7);
    given.who.fill(7);
    assert.deepEqual(copyOf(network), weights(5));
  });

  test('what it returned stays when the memory grows', async () => {
    const own = await loadGlassbox();
    const network = own.network({ hiddenNodes: 5 });
    const outputs = network.query(picture(1));
    const kept = outputs.slice();
    const size = own.memoryBytes;
    const others = [];
    while (own.memoryBytes === size) others.push(own.network({ hiddenNodes: 1024 }));
    assert.deepEqual(outputs, kept);
    assert.deepEqual(network.query(picture(1)), kept);
  });

  test('plain arrays and double precision are taken, too', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    const expected = network.query(picture(1));
    assert.deepEqual(network.query(/** @type {any} */ ([...picture(1)])), expected);
    assert.deepEqual(network.query(/** @type {any} */ (Float64Array.from(picture(1)))), expected);
    const blank = new Array(784).fill(0.01);
    assert.deepEqual(network.query(/** @type {any} */ (blank)), network.query(Float32Array.from(blank)));
  });

  test('weights of any size can be set', () => {
    const network = glassbox.network({ hiddenNodes: 5, learningRate: 0.3 });
    for (const hiddenNodes of [1, 2, 37, 1024, 5]) {
      network.setWeights(weights(hiddenNodes));
      assert.equal(network.hiddenNodes, hiddenNodes);
      assert.deepEqual(copyOf(network), weights(hiddenNodes));
      network.train(picture(1), targetsFor(1));
      assert.notDeepEqual(network.wih, weights(hiddenNodes).wih);
    }
  });

  test('the learning rate outlives weights that are set', () => {
    const [slow, fast] = [0.01, 1].map((learningRate) => glassbox.network({ hiddenNodes: 5, learningRate }));
    /** @param {typeof slow} network */
    const moved = (network) => {
      network.setWeights(weights(3));
      network.train(picture(1), targetsFor(1));
      return Math.abs(network.who[0] - weights(3).who[0]);
    };
    const ratio = moved(fast) / moved(slow);
    assert.ok(Math.abs(ratio - 100) < 1, `${ratio}`);
  });

  test('settings that do not fit are refused', () => {
    const make = (/** @type {any} */ settings) => () => glassbox.network(settings);
    const size = glassbox.memoryBytes;
    assertRefused(
      [
        [make({ hiddenNodes: 0 }), 'RangeError', /^hiddenNodes takes a whole number from 1 to 1024, not 0$/],
        [make({ hiddenNodes: 1025 }), 'RangeError', /^hiddenNodes .* not 1025$/],
        [make({ hiddenNodes: 2.5 }), 'RangeError', /^hiddenNodes .* not 2\.5$/],
        [make({ hiddenNodes: Number.NaN }), 'RangeError', /^hiddenNodes .* not NaN$/],
        [make({ hiddenNodes: '200' }), 'TypeError', /^hiddenNodes .* not '200'$/],
        [make({ hiddenNodes: null }), 'TypeError', /^hiddenNodes .* not null$/],
        [make({ learningRate: 0 }), 'RangeError', /^learningRate takes a number from 0\.0001 to 1, not 0$/],
        [make({ learningRate: 1.1 }), 'RangeError', /^learningRate .* not 1\.1$/],
        [make({ learningRate: Number.NaN }), 'RangeError', /^learningRate .* not NaN$/],
        [make({ learningRate: Number.POSITIVE_INFINITY }), 'RangeError', /^learningRate .* not Infinity$/],
        [make({ seed: -1 }), 'RangeError', /^seed takes a whole number from 0 to 4294967295, not -1$/],
        [make({ seed: 2 ** 32 }), 'RangeError', /^seed .* not 4294967296$/],
        [make({ seed: 0.5 }), 'RangeError', /^seed .* not 0\.5$/],
      ],
      () => size,
    );
  });

  test('inputs and targets that do not fit are refused, and nothing has changed', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    const ok = picture(1);
    const targets = targetsFor(1);
    const any = /** @type {any} */ (network);
    assertRefused(
      [
        [() => any.query(), 'TypeError', /^inputs takes a Float32Array of 784 numbers, not undefined$/],
        [() => any.query(null), 'TypeError', /^inputs .* not null$/],
        [() => any.query('784'), 'TypeError', /^inputs .* not string$/],
        [() => any.query(new Uint8Array(784)), 'TypeError', /^inputs .* not Uint8Array$/],
        [() => network.query(new Float32Array(783)), 'RangeError', /^inputs takes 784 numbers, not 783$/],
        [() => network.query(new Float32Array(0)), 'RangeError', /^inputs takes 784 numbers, not 0$/],
        [() => any.query(withValue(ok, 9, Number.NaN)), 'RangeError', /^inputs\[9\] .* not NaN$/],
        [() => any.query(withValue(ok, 783, 1.01)), 'RangeError', /^inputs\[783\] .* to 1, not 1\.01$/],
        [() => any.query(withValue(ok, 0, 0)), 'RangeError', /^inputs\[0\] .* from 0\.0.*, not 0$/],
        [() => any.query(withValue(ok, 5, '1')), 'TypeError', /^inputs\[5\] takes a number, not string$/],
        [() => any.query(withValue(ok, 5, undefined)), 'TypeError', /^inputs\[5\] .* not undefined$/],
        [() => any.train(), 'TypeError', /^inputs .* not undefined$/],
        [() => any.train(ok), 'TypeError', /^targets takes a Float32Array of 10 numbers, not undefined$/],
        [() => network.train(ok, ok), 'RangeError', /^targets takes 10 numbers, not 784$/],
        [() => any.train(withValue(ok, 700, 2), targets), 'RangeError', /^inputs\[700\] .* not 2$/],
        [() => any.train(ok, withValue(targets, 9, 1.5)), 'RangeError', /^targets\[9\] .* to 1, not 1\.5$/],
        [() => any.train(ok, withValue(targets, 3, -0.1)), 'RangeError', /^targets\[3\] .* not -0\.1$/],
        [() => any.train(ok, withValue(targets, 3, Number.NaN)), 'RangeError', /^targets\[3\] .* not NaN$/],
        [() => any.backquery(), 'TypeError', /^targets .* not undefined$/],
        [() => network.backquery(ok), 'RangeError', /^targets takes 10 numbers, not 784$/],
        [() => any.backquery(withValue(targets, 0, 0)), 'RangeError', /^targets\[0\] .* not 0$/],
        [() => any.backquery(withValue(targets, 0, 1)), 'RangeError', /^targets\[0\] .* not 1$/],
        [() => any.backquery(withValue(targets, 4, Number.NaN)), 'RangeError', /^targets\[4\] .* not NaN$/],
      ],
      () => [copyOf(network), network.query(ok)],
    );
  });

  test('weights that do not fit are refused, and nothing has changed', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    const { wih, who } = weights(3);
    const any = /** @type {any} */ (network);
    const badWih = withValue(wih, 2000, Number.NaN);
    const badWho = withValue(who, 29, Number.POSITIVE_INFINITY);
    assertRefused(
      [
        [() => any.setWeights(), 'TypeError', /wih/],
        [() => any.setWeights({ wih }), 'RangeError', /^the number of hidden nodes \(who\.length \/ 10\)/],
        [() => any.setWeights({ who }), 'TypeError', /^wih takes .* 2352 .* not undefined$/],
        [() => any.setWeights({ wih, who: null }), 'RangeError', /^the number of hidden nodes/],
        [() => any.setWeights({ wih, who: who.subarray(1) }), 'RangeError', /who\.length .* not 2\.9$/],
        [() => any.setWeights({ wih, who: who.subarray(10) }), 'RangeError', /^wih takes 1568 .* not 2352$/],
        [() => any.setWeights({ wih: wih.subarray(1), who }), 'RangeError', /^wih takes 2352 .* not 2351$/],
        [() => any.setWeights({ wih: [], who: [] }), 'RangeError', /hidden nodes .* from 1 to 1024, not 0$/],
        [() => any.setWeights({ wih, who: { length: 30 } }), 'TypeError', /^who takes .* not Object$/],
        [() => any.setWeights({ wih: badWih, who }), 'RangeError', /^wih\[2000\] .* not NaN$/],
        [() => any.setWeights({ wih, who: badWho }), 'RangeError', /^who\[29\] .* not Infinity$/],
        [() => network.setWeights(weights(1025)), 'RangeError', /hidden nodes .* to 1024, not 1025$/],
      ],
      () => [network.hiddenNodes, copyOf(network), network.query(picture(1))],
    );
  });

  test('a network that was freed says so', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    network.free();
    const message = /^this network was freed$/;
    for (const call of [
      () => network.query(picture(1)),
      () => network.train(picture(1), targetsFor(1)),
      () => network.backquery(targetsFor(1)),
      () => network.wih,
      () => network.who,
      () => network.hiddenNodes,
      () => network.setWeights(weights(2)),
      () => network.free(),
    ]) {
      assert.throws(call, { name: 'Error', message }, `${call}`);
    }
  });

  test('freed memory is used again', async () => {
    const own = await loadGlassbox();
    own.network({ hiddenNodes: 1024 }).free();
    const size = own.memoryBytes;
    for (let i = 0; i < 50; i++) {
      const network = own.network({ hiddenNodes: 1024 });
      network.query(picture(1));
      assert.throws(() => network.query(new Float32Array(1)), { message: /^inputs/ });
      network.free();
    }
    assert.equal(own.memoryBytes, size);
  });
});

describe('rotate', () => {
  test('it returns another picture and leaves its own alone', () => {
    const inputs = picture(1);
    const turned = glassbox.rotate(inputs, 10);
    assert.ok(turned instanceof Float32Array && turned.length === 784);
    assert.deepEqual(inputs, picture(1));
    const kept = turned.slice();
    turned.fill(7);
    assert.deepEqual(glassbox.rotate(inputs, 10), kept);
  });

  test('0 and 360 degrees change nothing', () => {
    for (const degrees of [0, -0, 360, -360, 720000]) {
      assert.deepEqual(glassbox.rotate(picture(1), degrees), picture(1));
    }
  });

  test('what it returns can be asked about and turned again, at any angle', () => {
    const network = glassbox.network({ hiddenNodes: 2 });
    const sharp = Float32Array.from({ length: 784 }, (_, i) => ((i + Math.floor(i / 28)) % 2 ? 1 : 0.01));
    for (const degrees of [1e-12, 1e-7, -1e-7, 10, 45, 90 - 1e-12, 123.4, 1e17, -1e300, Number.MAX_VALUE]) {
      const turned = glassbox.rotate(sharp, degrees);
      network.query(turned);
      glassbox.rotate(turned, -degrees);
    }
  });

  test('what does not fit is refused', () => {
    const rotate = /** @type {any} */ (glassbox).rotate.bind(glassbox);
    assertRefused(
      [
        [() => rotate(), 'TypeError', /^inputs takes a Float32Array of 784 numbers, not undefined$/],
        [() => rotate(new Float32Array(10), 5), 'RangeError', /^inputs takes 784 numbers, not 10$/],
        [() => rotate(withValue(picture(1), 3, -1), 5), 'RangeError', /^inputs\[3\] .* not -1$/],
        [() => rotate(picture(1)), 'TypeError', /^degrees takes a number, not undefined$/],
        [() => rotate(picture(1), '5'), 'TypeError', /^degrees takes a number, not string$/],
        [() => rotate(picture(1), Number.NaN), 'RangeError', /^degrees takes a finite number, not NaN$/],
        [() => rotate(picture(1), Number.NEGATIVE_INFINITY), 'RangeError', /^degrees .* not -Infinity$/],
      ],
      () => 0,
    );
  });
});

describe('drawing', () => {
  const seven = [
    [
      [10, 10],
      [90, 10],
      [40, 130],
    ],
    [
      [30, 70],
      [75, 65],
    ],
  ];

  test('it returns greys and the same as inputs', () => {
    const drawn = glassbox.drawing(seven);
    assert.ok(drawn);
    assert.ok(drawn.pixels instanceof Uint8Array && drawn.pixels.length === 784);
    assert.ok(drawn.inputs instanceof Float32Array && drawn.inputs.length === 784);
    assert.equal(Math.max(...drawn.pixels), 255);
    for (let i = 0; i < 784; i++) {
      const expected = (drawn.pixels[i] / 255) * 0.99 + 0.01;
      assert.ok(Math.abs(drawn.inputs[i] - expected) < 2e-7, `pixel ${i}: ${drawn.inputs[i]}`);
    }
    assert.equal(glassbox.network({ hiddenNodes: 2 }).query(drawn.inputs).length, 10);
  });

  test('a drawing without a point is null', () => {
    assert.equal(glassbox.drawing([]), null);
    assert.equal(glassbox.drawing([[], [], []]), null);
  });

  test('a dot is ink, and empty strokes beside it do not matter', () => {
    const dot = glassbox.drawing([[[5, 5]]]);
    assert.ok(dot && Math.max(...dot.pixels) > 200);
    assert.deepEqual(glassbox.drawing([[], [[5, 5]], []]), dot);
  });

  test('what it returns is a copy, and what it takes is left alone', () => {
    const strokes = structuredClone(seven);
    const drawn = glassbox.drawing(strokes);
    assert.ok(drawn);
    const kept = structuredClone(drawn);
    drawn.pixels.fill(7);
    drawn.inputs.fill(7);
    assert.deepEqual(glassbox.drawing(strokes), kept);
    assert.deepEqual(strokes, seven);
  });

  test('a long drawing is taken', () => {
    const stroke = Array.from({ length: 30_000 }, (_, i) => [Math.cos(i / 300), Math.sin(i / 500)]);
    assert.ok(glassbox.drawing([stroke]));
  });

  test('what does not fit is refused with its place', () => {
    const draw = /** @type {any} */ (glassbox).drawing.bind(glassbox);
    assertRefused(
      [
        [() => draw(), 'TypeError', /^strokes takes an array of strokes, not undefined$/],
        [() => draw('ink'), 'TypeError', /^strokes takes an array of strokes, not string$/],
        [() => draw([5]), 'TypeError', /^strokes\[0\] takes an array of points \[x, y\], not number$/],
        [() => draw([[], null]), 'TypeError', /^strokes\[1\] .* not null$/],
        [() => draw([[[1, 2], 3]]), 'TypeError', /^strokes\[0\]\[1\] takes a point \[x, y\], not number$/],
        [() => draw([[[1]]]), 'TypeError', /^strokes\[0\]\[0\] takes a point/],
        [() => draw([[[1, '2']]]), 'TypeError', /^strokes\[0\]\[0\]\[1\] takes a number, not string$/],
        [() => draw([[[Number.NaN, 2]]]), 'RangeError', /^strokes\[0\]\[0\]\[0\] .* finite .* not NaN$/],
        [() => draw([[[1, 2e100]]]), 'RangeError', /^strokes\[0\]\[0\]\[1\] .* ±1e\+100, not 2e\+100$/],
      ],
      () => glassbox.drawing(seven),
    );
  });
});

describe('a trainer', () => {
  const small = { recipe: 'notebook', hiddenNodes: 8, epochs: 2, seed: 3 };
  /** @param {string} text */
  const bytes = (text) => new TextEncoder().encode(text);

  function loaded(settings = small) {
    const trainer = glassbox.trainer(settings);
    trainer.write('train', csv);
    trainer.end('train');
    trainer.write('test', testCsv);
    trainer.end('test');
    return trainer;
  }

  /** All that can be seen of a trainer. @param {ReturnType<typeof loaded>} trainer */
  const stateOf = (trainer) => ({
    weights: copyOf(trainer.network),
    progress: trainer.progress,
    records: [trainer.records('train'), trainer.records('test')],
  });

  test('recipes have their settings', () => {
    for (const [recipe, steps, hiddenNodes] of /** @type {const} */ ([
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
    const expected = new Uint32Array(100);
    let correct = 0;
    for (const { label, inputs } of parseRecords(testCsv)) {
      const outputs = trainer.network.query(inputs);
      const answer = outputs.indexOf(Math.max(...outputs));
      expected[10 * label + answer]++;
      correct += Number(answer === label);
    }
    assert.ok(correct > 5, `${correct} of 30: it has learnt nothing`);
    assert.deepEqual(trainer.test(), { accuracy: correct / 30, correct, total: 30, confusion: expected });

    const [first, second] = [trainer.test({ to: 11 }), trainer.test({ from: 11 })];
    assert.deepEqual([first.total, second.total], [11, 19]);
    assert.equal(first.correct + second.correct, correct);
    assert.deepEqual(
      first.confusion.map((count, i) => count + second.confusion[i]),
      expected,
    );
    assert.equal(first.accuracy, first.correct / 11);
    trainer.free();
  });

  test('testing changes nothing, and its counts are a copy', () => {
    const trainer = loaded();
    const before = stateOf(trainer);
    const { confusion } = trainer.test();
    const kept = confusion.slice();
    confusion.fill(7);
    assert.deepEqual(trainer.test().confusion, kept);
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
        /^found the byte 194, which is no text, where a whole number belongs$/,
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

  test('what does not fit is refused, and nothing has changed', () => {
    const trainer = loaded();
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

  test('testing without test records says what is missing', () => {
    const trainer = glassbox.trainer(small);
    assert.throws(() => trainer.test(), { name: 'Error', message: /^there are no test records/ });
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
      () => trainer.test(),
      () => trainer.reset(),
      () => trainer.free(),
      () => network.query(picture(1)),
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
