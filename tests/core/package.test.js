// The core as others install it: in an empty folder, without a network, in Node and in a bundler.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { run } from '../helpers.js';

const BUILT = fileURLToPath(new URL('../../build/package', import.meta.url));
const TSC = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
const USE = `import { loadGlassbox } from 'glassbox';
const glassbox = await loadGlassbox();
const network = await glassbox.pretrained();
`;

/** @type {string} */
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glassbox-'));
  const npm = String(process.env.NPM ?? 'npm');
  const packed = await run(npm, ['pack', BUILT, '--silent', '--pack-destination', folder]);
  const archive = join(folder, packed.stdout.toString().trim());
  await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  const options = ['--prefix', folder, '--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { code, stderr } = await run(npm, ['install', archive, ...options]);
  assert.equal(code, 0, String(stderr));
});
after(() => rm(folder, { recursive: true }));

test('in Node it reads a drawing', async () => {
  const script = join(folder, 'read.js');
  await writeFile(script, `${USE}console.log(network.read([[[0, 0], [9, 0], [4, 20]]])?.digit);`);
  const { stdout, stderr } = await run(process.execPath, [script]);
  assert.equal(stdout.toString().trim(), '7', String(stderr));
});

test('its types are those of its documentation', async () => {
  const script = join(folder, 'types.ts');
  const lines = [
    'export const outputs: Float32Array = network.query(new Float32Array(784));',
    '// @ts-expect-error: outputs are numbers',
    'export const text: string = network.query(new Float32Array(784));',
  ];
  await writeFile(script, USE + lines.join('\n'));
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext'];
  const { stdout } = await run(process.execPath, [TSC, ...options, script]);
  assert.equal(stdout.toString(), '');
});

test('a bundler finds its module and its network', async () => {
  const page = join(folder, 'page');
  await mkdir(page);
  await writeFile(join(page, 'index.html'), '<script type="module" src="./main.js"></script>');
  await writeFile(join(page, 'main.js'), `${USE}document.title = String(network.hiddenNodes);`);
  await build({ root: page, logLevel: 'error', build: { target: 'es2022', assetsInlineLimit: 0 } });
  const files = await readdir(join(page, 'dist', 'assets'));
  for (const name of [/^index-.*\.js$/, /^glassbox-.*\.wasm$/, /^model-.*\.npz$/])
    assert.equal(files.filter((file) => name.test(file)).length, 1, `${name}: ${files}`);
});
