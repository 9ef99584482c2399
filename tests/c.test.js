// The C tests: native programs under sanitizers, which `make test` builds, with clang too where it is there.

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from './helpers.js';

/** @param {string} path */
const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const names = readdirSync(fromRoot('tests/c'))
  .filter((file) => file.endsWith('_test.c'))
  .map((file) => file.slice(0, -'.c'.length));

describe('the C tests', () => {
  test('there is one for each module', () => {
    const modules = readdirSync(fromRoot('src')).filter((file) => file.endsWith('.c'));
    // What exports is tested from JavaScript.
    const tested = modules.filter((file) => !file.startsWith('wasm')).map((file) => file.replace('.c', ''));
    for (const module of tested) assert.ok(names.includes(`${module}_test`), module);
    // Large modules have others besides, one for a subject: run_files_test.
    const strays = names.filter((name) => !tested.some((module) => name.startsWith(`${module}_`)));
    assert.deepEqual(strays, []);
  });

  for (const name of names) {
    const byClang = existsSync(fromRoot(`build/c/${name}-clang`)) ? [`${name}-clang`] : [];
    for (const program of [name, ...byClang]) {
      test(`${program} passes`, { timeout: 120_000 }, async () => {
        const { code, stdout, stderr } = await run(fromRoot(`build/c/${program}`));
        const output = `${stdout}${stderr}`;
        const failed = output
          .split('\n')
          .filter((line) => !line.startsWith('ok '))
          .join('\n');
        assert.equal(code, 0, `${program} ended with ${code}:\n${failed}`);
        assert.match(output, /^1\.\.[1-9]\d*$/m, `${program} did not come to its end:\n${failed}`);
      });
    }
  }
});
