// Fuzzing for about a minute, the same inputs in each run. `make fuzz` goes on for longer.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fuzzReaders } from './fuzz/readers.js';
import { run } from './helpers.js';

/** Bytes for each target. */
const NATIVE = { csv: 150e6, drawing: 200e6, run_save: 200e6 };
const READERS = 80e6;

describe('whatever the bytes', () => {
  for (const [target, bytes] of Object.entries(NATIVE)) {
    test(`${target} holds, under sanitizers`, { timeout: 300_000 }, async (t) => {
      const program = fileURLToPath(new URL(`../build/fuzz/${target}`, import.meta.url));
      const { code, stdout, stderr } = await run(program, [`bytes=${bytes}`]);
      const said = String(stdout).trim().split('\n').at(-1);
      assert.equal(code, 0, `${said}\n${stderr}`);
      assert.match(String(said), /^\d+ inputs, \d+ bytes$/);
      t.diagnostic(String(said));
    });
  }

  test('a file is read, or refused with a sentence', { timeout: 300_000 }, async (t) => {
    const { inputs, bytes, refused } = await fuzzReaders(READERS);
    for (const [name, count] of refused) assert.ok(count > 0, `${name} was never refused`);
    t.diagnostic(`${inputs} inputs, ${bytes} bytes`);
  });
});
