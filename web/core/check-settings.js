// Part of `make`: fails if web/shared/settings.js and src/settings.h differ. The core takes the settings by position,
// so a difference would cause no error at run time.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { SETTINGS } from '../shared/settings.js';

const { instance } = await WebAssembly.instantiate(new Uint8Array(await readFile(process.argv[2])), {
  env: { emscripten_notify_memory_growth() {} },
});
const { memory, glassbox_settings_table } = /** @type {any} */ (instance.exports);
const bytes = new Uint8Array(memory.buffer, glassbox_settings_table());
const core = new TextDecoder()
  .decode(bytes.subarray(0, bytes.indexOf(0)))
  .trim()
  .split('\n');

/** As in src/settings.c: type, name, min, max. Types with a fraction are float and double. */
const page = SETTINGS.map(({ name, min, max, step }) => {
  const snakeCase = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `${step === 1 ? 'whole' : 'any'} ${snakeCase} ${min} ${max}`;
});
assert.deepEqual(
  core.map((line) => line.replace(/^(float|double) /, 'any ').replace(/^(int|bool|uint32_t) /, 'whole ')),
  page,
  'web/shared/settings.js and src/settings.h differ',
);
