// Networks in files: saved for numpy, and opened, whoever wrote them.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { run } from '../helpers.js';

const glassbox = await loadGlassbox();
const network = glassbox.network({ hiddenNodes: 30, seed: 4 });
const saved = network.save({ recipe: 'quick', seed: 4 });
after(() => network.free());

/** A picture for each number. @param {number} seed */
const inputs = (seed) =>
  Float32Array.from({ length: 784 }, (_, i) => ((i * 7 + seed * 13) % 100) / 101 + 0.01);
const pictures = Array.from({ length: 100 }, (_, i) => inputs(i));

/** What python writes, with the network as z. @param {string} code @returns {Promise<Uint8Array>} */
async function python(code) {
  const {
    stdout,
    stderr,
    code: ended,
  } = await run(
    String(process.env.PYTHON ?? '/usr/bin/python3'),
    ['-c', `import io, json, sys, numpy\nz = numpy.load(io.BytesIO(sys.stdin.buffer.read()))\n${code}`],
    saved,
  );
  assert.equal(ended, 0, String(stderr));
  return new Uint8Array(stdout);
}

test('the notebook’s own query gives the same outputs from what was saved, and reads where it came from', async () => {
  const code = `
def query(inputs):
    sigmoid = lambda x: 1 / (1 + numpy.exp(-x))
    return sigmoid(numpy.dot(z["who"], sigmoid(numpy.dot(z["wih"], inputs))))
x = numpy.array([[((i * 7 + s * 13) % 100) / 101 + 0.01 for i in range(784)] for s in range(100)])
print(json.dumps([z["wih"].dtype.name, z["wih"].shape, z["who"].shape, z["settings"].item(), query(x.T).T.tolist()]))`;
  const [type, wih, who, settings, outputs] = JSON.parse(new TextDecoder().decode(await python(code)));
  assert.deepEqual([type, wih, who], ['float32', [30, 784], [10, 30]]);
  assert.deepEqual(JSON.parse(settings), { recipe: 'quick', seed: 4 });
  pictures.forEach((picture, i) => {
    const ours = network.query(picture);
    ours.forEach((output, k) => {
      assert.ok(Math.abs(output - outputs[i][k]) <= 1e-6, `${output}, not ${outputs[i][k]}`);
    });
  });
});

describe('a network is opened', () => {
  /** @type {Float32Array[]} */
  let wanted;
  before(() => {
    wanted = pictures.map((picture) => network.query(picture));
  });

  for (const [what, code, tolerance] of /** @type {const} */ ([
    ['as it was saved', 'numpy.savez(sys.stdout.buffer, **z)', 0],
    [
      'in double precision and Fortran order',
      'numpy.savez(sys.stdout.buffer, wih=numpy.asfortranarray(z["wih"], ">f8"), who=numpy.asfortranarray(z["who"], "f8"))',
      0,
    ],
    [
      'in half precision',
      'numpy.savez(sys.stdout.buffer, wih=z["wih"].astype("f2"), who=z["who"].astype("f2"))',
      2e-3,
    ],
    [
      'compressed, beside others',
      'numpy.savez_compressed(sys.stdout.buffer, notes=numpy.arange(10), **z)',
      0,
    ],
    [
      'as Keras has it, without names, with biases of zero',
      'numpy.savez(sys.stdout.buffer, z["wih"].T, numpy.zeros(30), z["who"].T, numpy.zeros(10))',
      0,
    ],
    [
      'with only one of the two transposed',
      'numpy.savez(sys.stdout.buffer, wih=z["wih"], who=z["who"].T)',
      0,
    ],
    [
      'beside a text of a million characters',
      'numpy.savez_compressed(sys.stdout.buffer, wih=z["wih"], who=z["who"], log="x" * 1000000)',
      0,
    ],
    [
      'as PyTorch has it',
      'numpy.savez(sys.stdout.buffer, **{"0.weight": z["wih"], "2.weight": z["who"]})',
      0,
    ],
  ])) {
    test(what, async () => {
      const opened = await glassbox.open(await python(code));
      pictures.forEach((picture, i) => {
        const outputs = opened.query(picture);
        if (tolerance === 0) assert.deepEqual(outputs, wanted[i]);
        outputs.forEach((output, k) => {
          assert.ok(Math.abs(output - wanted[i][k]) <= tolerance, `${output}, not ${wanted[i][k]}`);
        });
      });
      opened.free();
    });
  }

  for (const hidden of [10, 784]) {
    test(`with ${hidden} hidden nodes, where one array is a square, turned or not`, async () => {
      const square = glassbox.network({ hiddenNodes: hidden, seed: 5 });
      const { wih, who } = square.weights;
      for (const turned of [false, true]) {
        const file = await run(
          String(process.env.PYTHON ?? '/usr/bin/python3'),
          [
            '-c',
            `import io, sys, numpy
z = numpy.load(io.BytesIO(sys.stdin.buffer.read()))
numpy.savez(sys.stdout.buffer, z["who"]${turned ? '.T' : ''}, z["wih"]${turned ? '.T' : ''})`,
          ],
          square.save(),
        );
        const opened = await glassbox.open(new Uint8Array(file.stdout));
        assert.deepEqual(opened.weights, { wih, who });
        opened.free();
      }
      square.free();
    });
  }
});

describe('what is no network here is refused, and said', () => {
  for (const [code, message] of /** @type {[string, RegExp][]} */ ([
    ['numpy.savez(sys.stdout.buffer)', /This file has no array\.$/],
    ['numpy.savez(sys.stdout.buffer, a=z["wih"])', /This file has a \(30, 784\)\.$/],
    [
      'numpy.savez(sys.stdout.buffer, wih=z["wih"], who=z["who"][:, 1:])',
      /wih \(30, 784\) and who \(10, 29\)\.$/,
    ],
    [
      'numpy.savez(sys.stdout.buffer, a=z["wih"], b=z["who"], c=z["who"])',
      /^More than two arrays .* c \(10, 30\)\./,
    ],
    [
      'numpy.savez(sys.stdout.buffer, z["wih"], numpy.ones(30), z["who"])',
      /has no biases, and this file has the array arr_1 \(30\)\./,
    ],
    [
      'numpy.savez(sys.stdout.buffer, bih=numpy.ones((30, 1)), **z)',
      /has no biases, and this file has the array bih \(30, 1\)\./,
    ],
    [
      'numpy.savez(sys.stdout.buffer, z["wih"].T, numpy.zeros((30, 30)), z["who"].T)',
      /has one layer of hidden nodes, and this file has the array arr_1 \(30, 30\) between two\./,
    ],
    [
      'numpy.savez(sys.stdout.buffer, z["wih"], numpy.zeros((20, 30)), numpy.zeros((10, 20)))',
      /one layer of n hidden nodes .* arr_0 \(30, 784\), arr_1 \(20, 30\), and arr_2 \(10, 20\)\.$/,
    ],
    [
      'numpy.savez(sys.stdout.buffer, wih=z["wih"] * numpy.nan, who=z["who"])',
      /^The array wih holds something that is not a finite number\.$/,
    ],
    [
      'numpy.savez(sys.stdout.buffer, wih=z["wih"].astype("f8") * 1e300, who=z["who"])',
      /^The array wih holds/,
    ],
    [
      'numpy.savez(sys.stdout.buffer, wih=z["wih"].astype("i4"), who=z["who"])',
      /^The array wih has numbers of type <i4\./,
    ],
    [
      'numpy.savez(sys.stdout.buffer, numpy.zeros((1025, 784)), numpy.zeros((10, 1025)))',
      /1 to 1,024 hidden nodes, and this one has 1,025\.$/,
    ],
  ])) {
    test(code, async () => {
      await assert.rejects(glassbox.open(await python(code)), { name: 'NpzError', message });
    });
  }

  test('and what is no file of bytes', async () => {
    await assert.rejects(glassbox.open(/** @type {any} */ ('text')), {
      name: 'TypeError',
      message: 'bytes takes a Uint8Array, not string',
    });
  });
});
