import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BROWSERS } from '../browsers.js';

/**
 * Makes the service worker after a build, with all files that were built. It is one classic script, since not all
 * browsers take modules there.
 *
 * Workbox's own parts for the browser, without its tools for builds: those are 320 packages, and need Node 20.
 *
 * @returns {import('vite').Plugin}
 */
export function serviceWorker() {
  /** @type {string} */
  let folder;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      folder = join(root, outDir);
    },
    async closeBundle() {
      const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) =>
          relative(folder, join(entry.parentPath ?? entry.path, entry.name))
            .split(sep)
            .join('/'),
        )
        .sort();
      const isRecords = (/** @type {string} */ name) => name.endsWith('.csv.gz');
      const files = names.filter((name) => !isRecords(name) && name !== NAME);
      await build({
        entryPoints: [fileURLToPath(new URL('service-worker.js', import.meta.url))],
        outfile: join(folder, NAME),
        bundle: true,
        minify: true,
        format: 'iife',
        target: BROWSERS,
        define: {
          'process.env.NODE_ENV': '"production"',
          'globalThis.FILES': JSON.stringify(await Promise.all(files.map((name) => entry(folder, name)))),
          'globalThis.RECORDS': JSON.stringify(names.filter(isRecords)),
        },
      });
    },
  };
}

const NAME = 'service-worker.js';

/**
 * A file as Workbox takes it. Names in assets/ change with their content, so they need no revision.
 *
 * @param {string} folder
 * @param {string} name
 */
async function entry(folder, name) {
  if (name.startsWith('assets/')) return { url: name, revision: null };
  const content = await readFile(join(folder, name));
  return { url: name, revision: createHash('sha256').update(content).digest('hex').slice(0, 16) };
}
