import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fromHalf, readNpz, toHalf, writeNpz } from '../../web/core/npz.js';
import { run } from '../helpers.js';

const ARRAYS = {
  wih: { shape: [2, 3], data: Float32Array.of(0, 0.5, -1, 2.25, -0.125, 65504) },
  who: { shape: [3], data: Float32Array.of(1, 2, 3) },
  run: { shape: [], data: '{"recipe":"best – 99 %"}' },
};

/** What python prints. @param {string} code @param {Uint8Array} [input] */
async function python(code, input) {
  const {
    stdout,
    stderr,
    code: ended,
  } = await run(String(process.env.PYTHON ?? '/usr/bin/python3'), ['-c', code], input);
  assert.equal(ended, 0, String(stderr));
  return stdout;
}

describe('npz files', () => {
  test('numpy.load reads what is written, numbers in half precision', async () => {
    const said = await python(
      `import io, sys, numpy
z = numpy.load(io.BytesIO(sys.stdin.buffer.read()))
print(sorted(z), z["wih"].dtype, z["wih"].tolist(), z["who"].tolist(), z["run"].item(), sep="\\n")`,
      writeNpz(ARRAYS),
    );
    assert.deepEqual(said.toString().trim().split('\n'), [
      "['run', 'who', 'wih']",
      'float16',
      '[[0.0, 0.5, -1.0], [2.25, -0.125, 65504.0]]',
      '[1.0, 2.0, 3.0]',
      '{"recipe":"best – 99 %"}',
    ]);
  });

  for (const type of ['float16', 'float32', 'float64']) {
    test(`what numpy.savez writes is read: ${type}`, async () => {
      const file = await python(
        `import sys, numpy
a = numpy.arange(12, dtype="${type}").reshape(3, 4) / 8
numpy.savez(sys.stdout.buffer, a=a, name=numpy.array("seven"))`,
      );
      const { a, name } = readNpz(new Uint8Array(file));
      assert.deepEqual(a.shape, [3, 4]);
      assert.deepEqual(
        [...a.data],
        Array.from({ length: 12 }, (_, i) => i / 8),
      );
      assert.equal(name.data, 'seven');
    });
  }

  test('what is written is read again, and the same arrays are the same bytes', () => {
    const file = writeNpz(ARRAYS);
    assert.deepEqual(readNpz(file), ARRAYS);
    assert.deepEqual(writeNpz(ARRAYS), file);
  });

  test('half precision is what numpy makes of a number, ties and ends included', async () => {
    const numbers = [0, 1, 1 / 3, 1e-8, 2 ** -24, 2 ** -25, 1.5 * 2 ** -24, 2 ** -14, 65504, 65519, 65520];
    numbers.push(7e4, 1e300);
    for (let i = 0; i < 2000; i++) numbers.push(2 ** (i / 50 - 28) * (1 + (i % 7) / 2 ** 11));
    const all = Float64Array.from(numbers.flatMap((x) => [x, -x]));
    const said = await python(
      'import sys, numpy; sys.stdout.buffer.write(numpy.frombuffer(sys.stdin.buffer.read()).astype("<f2").tobytes())',
      new Uint8Array(all.buffer),
    );
    const wanted = new Uint16Array(new Uint8Array(said).buffer);
    all.forEach((x, i) => {
      assert.equal(toHalf(x), wanted[i], `${x}`);
    });
    for (let bits = 0; bits < 0x7c00; bits++) assert.equal(toHalf(fromHalf(bits)), bits);
  });

  test('a file that is none, cut off, damaged or compressed is refused by name', async () => {
    const file = writeNpz(ARRAYS);
    const damaged = file.slice();
    damaged[170] ^= 1;
    const compressed = await python(
      'import sys, numpy; numpy.savez_compressed(sys.stdout.buffer, a=numpy.zeros(9))',
    );
    const integers = await python('import sys, numpy; numpy.savez(sys.stdout.buffer, a=numpy.arange(9))');
    for (const [bytes, message] of /** @type {[Uint8Array, RegExp][]} */ ([
      [new Uint8Array(0), /^this is not an \.npz file/],
      [new TextEncoder().encode('1,2,3\n'.repeat(20)), /^this is not an \.npz file/],
      [file.subarray(0, file.length - 1), /^this is not an \.npz file/],
      [file.subarray(100), /damaged|not where/],
      [damaged, /^w..\.npy is damaged$/],
      [compressed, /^a\.npy is compressed/],
      [integers, /^a\.npy has numbers of type <i8/],
    ])) {
      assert.throws(() => readNpz(new Uint8Array(bytes)), { name: 'NpzError', message });
    }
  });
});
