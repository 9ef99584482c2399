// loadGlassbox: from where it loads, and what it says when that fails.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { targetsFor } from '../helpers.js';
import { picture } from './contract.js';

const WASM = new URL('../../web/wasm/glassbox.wasm', import.meta.url);

/** @typedef {Awaited<ReturnType<typeof loadGlassbox>>} Glassbox */

const glassbox = await loadGlassbox();

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
    await assert.rejects(loadGlassbox({ wasm: url }), {
      message: /answered 503 instead of sending http:.*glassbox\.wasm\.$/,
    });
    answer = 200;
    assertWorks(await loadGlassbox({ wasm: url }));
    await assert.rejects(loadGlassbox({ wasm: new URL('nowhere.wasm', WASM) }), { code: 'ENOENT' });
    assertWorks(await loadGlassbox());
  });

  test('bytes that are no module are refused', async () => {
    const beheaded = bytes.subarray(1);
    await assert.rejects(loadGlassbox({ wasm: beheaded }), {
      name: 'CompileError',
      message: /magic/,
      code: 'wasm-refused',
    });
    await assert.rejects(loadGlassbox({ wasm: bytes.subarray(0, 5000) }), { name: 'CompileError' });
    const name = /** @type {any} */ ('glassbox.wasm');
    await assert.rejects(loadGlassbox({ wasm: name }), {
      name: 'TypeError',
      message: /^wasm takes a buffer source, a Response or a URL, not string$/,
    });
  });

  test('what an engine lacks is said before anything is loaded', async (t) => {
    const { validate } = WebAssembly;
    const SIMD = 0xfd;
    t.mock.method(
      WebAssembly,
      'validate',
      (/** @type {Uint8Array<ArrayBuffer>} */ module) => !module.includes(SIMD) && validate(module),
    );
    await assert.rejects(loadGlassbox(), { code: 'no-simd', message: /too old\. Update it/ });
    t.mock.restoreAll();
    const whole = globalThis.WebAssembly;
    t.after(() => {
      globalThis.WebAssembly = whole;
    });
    Reflect.deleteProperty(globalThis, 'WebAssembly');
    await assert.rejects(loadGlassbox(), { code: 'no-webassembly', message: /Switch it on/ });
    globalThis.WebAssembly = whole;
    assertWorks(await loadGlassbox());
  });

  test('a server that cannot be reached, or is lost on the way, is said to be', async () => {
    const lost = createServer((_request, response) => {
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, 100), () => response.destroy());
    });
    await new Promise((resolve) => lost.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = /** @type {import('node:net').AddressInfo} */ (lost.address());
    const wasm = new URL(`http://127.0.0.1:${address.port}/glassbox.wasm`);
    const expected = {
      code: 'file-unreachable',
      message: 'The server could not be reached. Check the connection, and try again.',
    };
    await assert.rejects(loadGlassbox({ wasm }), expected);
    await new Promise((resolve) => lost.close(resolve));
    await assert.rejects(loadGlassbox({ wasm }), expected);
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
