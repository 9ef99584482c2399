import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const web = new URL('../../web/', import.meta.url);
const files = ['app', 'features', 'ui'].flatMap((folder) =>
  readdirSync(new URL(folder, web), { recursive: true }).map((name) => `${folder}/${name}`),
);
/** The text of all files with an ending. @param {string} ending */
const textOf = (ending) =>
  files
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(new URL(name, web), 'utf8'))
    .join('\n');
const styles = textOf('.css');
const scripts = textOf('.js');

/** @param {RegExp} pattern @param {string} text */
const found = (pattern, text) => Array.from(text.matchAll(pattern), ([, name]) => name);

test('styles use only custom properties that are set, and none is set in vain', () => {
  const byScripts = found(/[^\w-](--[a-z][\w-]*)/g, scripts);
  const set = new Set([...found(/(--[\w-]+)\s*:/g, styles), ...byScripts]);
  const used = new Set([...found(/var\((--[\w-]+)/g, styles), ...byScripts]);
  assert.ok(used.size > 20);
  assert.deepEqual(
    [...used].filter((name) => !set.has(name)),
    [],
    'not set',
  );
  assert.deepEqual(
    [...set].filter((name) => !used.has(name)),
    [],
    'not used',
  );
});
