// The file that is loaded, as a file.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, test } from 'node:test';

describe('glassbox.wasm', () => {
  /** @type {Uint8Array<ArrayBuffer>} */
  let bytes;
  /** @type {WebAssembly.Module} */
  let module;

  before(async () => {
    bytes = new Uint8Array(await readFile(new URL('../../web/wasm/glassbox.wasm', import.meta.url)));
    module = await WebAssembly.compile(bytes);
  });

  test('it imports nothing but the note that memory has grown', () => {
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
      assert.deepEqual([from, name, kind], ['env', 'emscripten_notify_memory_growth', 'function']);
    }
    assert.ok(WebAssembly.Module.imports(module).length <= 1);
  });

  test('it takes at most 60 kB', () => {
    assert.ok(bytes.length <= 60_000, `${bytes.length} bytes`);
  });

  test('it exports its memory, its start and functions called glassbox_...', () => {
    const kinds = new Map(WebAssembly.Module.exports(module).map(({ name, kind }) => [name, kind]));
    const names = [...kinds.keys()].join();
    assert.deepEqual([kinds.get('memory'), kinds.get('_initialize')], ['memory', 'function'], names);
    const own = [...kinds].filter(([name]) => name.startsWith('glassbox_'));
    assert.ok(kinds.has('glassbox_query'), names);
    for (const [name, kind] of own) assert.equal(kind, 'function', name);
  });

  test('its networks lie at multiples of 16 bytes, as their vectors need, whatever else is allocated', async () => {
    const { exports } = await WebAssembly.instantiate(module, {
      env: { emscripten_notify_memory_growth() {} },
    });
    const core = /** @type {Record<string, (...numbers: number[]) => number>} */ (exports);
    core._initialize();
    for (let size = 1; size < 100; size += 9) {
      core.glassbox_alloc(size);
      const network = core.glassbox_network_create(5, 0.1, 0, 0, 0, 1);
      assert.deepEqual([network % 16, core.glassbox_network_copy(network) % 16], [0, 0], `${size} bytes`);
    }
  });

  test('it uses SIMD', () => {
    // 0xfd starts every SIMD instruction; f32x4.mul and f32x4.add are 0xe6 0x01 and 0xe4 0x01 after it.
    const buffer = Buffer.from(bytes);
    assert.ok(buffer.includes(Buffer.from([0xfd, 0xe6, 0x01])), 'no f32x4.mul');
    assert.ok(buffer.includes(Buffer.from([0xfd, 0xe4, 0x01])), 'no f32x4.add');
  });
});
