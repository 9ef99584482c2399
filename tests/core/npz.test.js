import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fromHalf, toHalf } from '../../web/core/half.js';
import { readNpz, writeNpz } from '../../web/core/npz.js';
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
  test('numpy.load reads what is written, in half or single precision', async () => {
    const code = `import io, sys, numpy
z = numpy.load(io.BytesIO(sys.stdin.buffer.read()))
print(sorted(z), z["wih"].dtype, z["wih"].tolist(), z["who"].tolist(), z["run"].item(), sep="\\n")`;
    for (const [type, name] of /** @type {const} */ ([
      ['<f2', 'float16'],
      ['<f4', 'float32'],
    ])) {
      const said = await python(code, writeNpz(ARRAYS, type));
      assert.deepEqual(said.toString().trim().split('\n'), [
        "['run', 'who', 'wih']",
        name,
        '[[0.0, 0.5, -1.0], [2.25, -0.125, 65504.0]]',
        '[1.0, 2.0, 3.0]',
        '{"recipe":"best – 99 %"}',
      ]);
    }
  });

  for (const [type, order, save] of [
    ['<f2', 'C', 'savez'],
    ['>f2', 'F', 'savez_compressed'],
    ['<f4', 'F', 'savez'],
    ['>f4', 'C', 'savez_compressed'],
    ['<f8', 'C', 'savez_compressed'],
    ['>f8', 'F', 'savez'],
  ]) {
    test(`what numpy.${save} writes is read: ${type}, order ${order}`, async () => {
      const file = await python(
        `import sys, numpy
a = numpy.asarray(numpy.arange(12).reshape(3, 4) / 8, dtype="${type}", order="${order}")
numpy.${save}(sys.stdout.buffer, a=a, name=numpy.array("seven"), whole=numpy.arange(9))`,
      );
      const { a, name, whole } = await readNpz(new Uint8Array(file));
      assert.deepEqual(a.shape, [3, 4]);
      assert.deepEqual(
        [...(a.data ?? [])],
        Array.from({ length: 12 }, (_, i) => i / 8),
      );
      assert.equal(name.data, 'seven');
      assert.deepEqual(whole, { shape: [9], data: null, type: '<i8' });
    });
  }

  test('zips with sizes of 64 bits are read, and those whose sizes follow the content', async () => {
    // Python writes sizes of 64 bits where a file is larger than a limit, which is lowered here; and sizes after the
    // content to what cannot seek.
    for (const code of [
      'zipfile.ZIP64_LIMIT = 1; zipfile.ZIP_FILECOUNT_LIMIT = 0; numpy.savez(sys.stdout.buffer, a=a, b=a + 1)',
      'numpy.savez_compressed(Stream(), a=a, b=a + 1)',
    ]) {
      const file = await python(`import sys, numpy, zipfile
class Stream:
    write, flush = sys.stdout.buffer.write, sys.stdout.buffer.flush
    def read(self): pass
a = numpy.arange(12.0)
${code}`);
      const { a, b } = await readNpz(new Uint8Array(file));
      assert.deepEqual(
        a.data,
        Float32Array.from({ length: 12 }, (_, i) => i),
      );
      assert.equal(b.data?.[11], 12);
    }
  });

  test('what is written is read again, and the same arrays are the same bytes', async () => {
    const file = writeNpz(ARRAYS, '<f2');
    assert.deepEqual(await readNpz(file), ARRAYS);
    assert.deepEqual(writeNpz(ARRAYS, '<f2'), file);
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

  test('a file that is none, cut off or damaged is refused, and what is damaged is named', async () => {
    const file = writeNpz(ARRAYS, '<f2');
    const damaged = file.slice();
    damaged[170] ^= 1;
    const compressed = new Uint8Array(
      await python('import sys, numpy; numpy.savez_compressed(sys.stdout.buffer, a=numpy.arange(999.0))'),
    );
    /** The directory's last entry comes right before the end. */
    const entry = compressed.length - 22 - 46 - 5;
    const changed = (/** @type {number} */ at, /** @type {number} */ byte) => {
      const copy = compressed.slice();
      copy[at] = byte;
      return copy;
    };
    for (const [bytes, message] of /** @type {[Uint8Array, RegExp][]} */ ([
      [new Uint8Array(0), /^This is not an \.npz file/],
      [new TextEncoder().encode('1,2,3\n'.repeat(20)), /^This is not an \.npz file/],
      [file.subarray(0, file.length - 1), /^This is not an \.npz file/],
      [file.subarray(100), /damaged/],
      [damaged, /^This file is damaged: w..\.npy cannot be read\.$/],
      [changed(500, compressed[500] ^ 1), /^This file is damaged: a\.npy cannot be read\.$/],
      [changed(entry + 24, 1), /^This file is damaged: a\.npy cannot be read\.$/],
      [
        changed(entry + 27, 255),
        /^The arrays in this file are larger than those of any network that fits here\.$/,
      ],
      [changed(entry + 10, 12), /^a\.npy is compressed in a way that numpy does not use\./],
    ])) {
      await assert.rejects(readNpz(new Uint8Array(bytes)), { name: 'NpzError', message });
    }
  });

  test('arrays that are small each, and large together, are refused', async () => {
    const file = await python(
      `import sys, numpy
a = numpy.zeros(2 ** 21)
numpy.savez_compressed(sys.stdout.buffer, **{f"a{i}": a for i in range(5)})`,
    );
    assert.ok(file.length < 100_000);
    await assert.rejects(readNpz(new Uint8Array(file)), { name: 'NpzError', code: 'npz-arrays-too-large' });
  });
});
