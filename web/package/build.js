/**
 * Writes the core as a package for npm to build/package: its sources as they are, their types from their comments, the
 * module and the network that comes with the page. It needs nothing else, in Node and in bundlers.
 */

import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [web, target] = [join(root, 'web'), join(root, 'build', 'package')];

rmSync(target, { recursive: true, force: true });
const options = {
  ...{ outDir: target, rootDir: web, target: 'es2022', module: 'esnext', moduleResolution: 'bundler' },
  ...{ types: 'node', typeRoots: join(root, 'node_modules', '@types') },
};
const said = execFileSync(
  process.execPath,
  [
    join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    join(web, 'glassbox.js'),
    ...['--allowJs', '--declaration', '--emitDeclarationOnly', '--skipLibCheck', '--listEmittedFiles'],
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
  ],
  { encoding: 'utf8' },
);
// Types come of all that glassbox.js imports, and of nothing else.
const emitted = said.split('\n').flatMap((line) => /^TSFILE: (.*)\.d\.ts$/.exec(line)?.[1] ?? []);
const sources = emitted.map((path) => `${relative(target, path)}.js`);
for (const file of [...sources, 'wasm/glassbox.wasm', 'model.npz'])
  cpSync(join(web, file), join(target, file));
cpSync(join(root, 'LICENSE'), join(target, 'LICENSE'));

const { version, description, license, engines } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const about = {
  ...{ name: 'glassbox', version, description, license, engines },
  type: 'module',
  sideEffects: false,
  exports: { '.': { types: './glassbox.d.ts', default: './glassbox.js' } },
};
writeFileSync(join(target, 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
