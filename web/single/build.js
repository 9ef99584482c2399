/**
 * Writes the page as one HTML file, which works from a disk: without MNIST, and with it. The sources are those of the
 * site. Where they ask for a file beside them, the one file asks for a part of itself (start.js). Its worker is a
 * classic script, since from a disk, not every browser runs others. So is each language: the policy of the file names
 * it by its hash.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { BROWSERS } from '../browsers.js';
import { LANGUAGE_NAMES } from '../features/language/languages.js';
import { encode } from './base85.js';

const web = new URL('../', import.meta.url);
const target = new URL('../build/single/', web);

const FILES = ['wasm/glassbox.wasm', 'model.npz', 'robust.npz', 'images/handwriting.svg'];
const MNIST = ['../data/mnist_train.csv.gz', '../data/mnist_test.csv.gz'];

/** How the sources ask for a worker, and for another file beside them. */
const WORKER =
  /new Worker\(new URL\('..\/worker\/worker.js', import.meta.url\), \{ type: 'module', name: '(\w+)' \}\)/g;
/** How they ask for a language. */
const LANGUAGE = /import\('[^']*\/languages\/modules\/(\w+)\.js'\)/g;
const BESIDE = /new URL\('([^']+)', import\.meta\.url\)/g;

/** @type {import('esbuild').Plugin} */
const asksItself = {
  name: 'asks-itself',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\/mnist\.js$/ }, () => ({ path: fileURLToPath(new URL('single/mnist.js', web)) }));
    onLoad({ filter: /\/web\/.*\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source
        .replace(WORKER, "glassboxWorker('$1')")
        .replace(LANGUAGE, "glassboxLanguage('$1')")
        .replace(BESIDE, (_, file) => `glassboxFile('${basename(file)}')`);
      return { contents };
    });
  },
};

/**
 * A script that may wait at its top level, as modules do, and its style.
 *
 * @param {string} entry
 */
async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, web))],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    charset: 'utf8',
    format: 'esm',
    target: BROWSERS,
    external: ['node:*'],
    legalComments: 'none',
    // Any address that no worker can be loaded from (app/worker-client.js).
    define: { 'import.meta.url': '"data:,"' },
    plugins: [asksItself],
  });
  const text = (/** @type {string} */ end) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { script: `(async()=>{${text('.js')}})()`, style: text('.css').trim() };
}

/** The page has these tags already. @type {import('esbuild').Plugin} */
const sharesTags = {
  name: 'shares-tags',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^(lit|@lit\/localize)$/ }, ({ path }) => ({ path, namespace: 'tags' }));
    onLoad({ filter: /./, namespace: 'tags' }, () => ({
      contents: 'export const { html, str } = glassboxTags;',
    }));
  },
};

/**
 * A language as a classic script, which the page runs when it is chosen.
 *
 * @param {string} name
 */
async function languageScript(name) {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { templates } from './${name}.js'; glassboxTags.templates = templates;`,
      resolveDir: fileURLToPath(new URL('languages/modules', web)),
    },
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    format: 'iife',
    target: BROWSERS,
    plugins: [sharesTags],
  });
  return outputFiles[0].text;
}

/** @param {string} text of a script or a style @returns {string} as a Content-Security-Policy names it */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** So many characters stand in one element: WebKit takes time with the square of that. */
const LONGEST = 50_000;

/** @param {string} name @param {Uint8Array} bytes */
function part(name, bytes) {
  const stored = name.endsWith('.gz') ? bytes : gzipSync(bytes, { level: 9 });
  const text = Buffer.from(encode(stored)).toString('latin1');
  const pieces = text.match(new RegExp(`.{1,${LONGEST}}`, 'g')) ?? [];
  const tag = `<script type="application/octet-stream" data-file="${name}" data-bytes="${stored.length}">`;
  return pieces.map((piece) => `${tag}${piece}</script>\n`).join('');
}

/** @param {string[]} paths */
const partsOf = (paths) =>
  Promise.all(paths.map(async (path) => part(basename(path), await readFile(new URL(path, web)))));

const entries = ['single/load.js', 'single/start.js', 'single/worker.js'];
const [loader, page, worker] = await Promise.all(entries.map(bundle));
const first = (await readFile(new URL('public/before-paint.js', web), 'utf8')).replaceAll('</', '<\\/');
const main = loader.script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
const names = LANGUAGE_NAMES.filter((name) => name !== 'en');
const languages = await Promise.all(names.map(languageScript));
const policy = [
  "default-src 'none'",
  `script-src ${[first, main, page.script, ...languages].map(hash).join(' ')} 'wasm-unsafe-eval'`,
  'worker-src blob:',
  `style-src ${hash(page.style)}`,
  'img-src data: blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const icon = (await readFile(new URL('icon.svg', web))).toString('base64');
const index = await readFile(new URL('index.html', web), 'utf8');
const head = `<meta http-equiv="Content-Security-Policy" content="${policy}" />
    <link rel="icon" href="data:image/svg+xml;base64,${icon}" />
    <script>${first}</script>
    <style>${page.style}</style>`;
const parts = [
  part('page.js', Buffer.from(page.script)),
  part('worker.js', Buffer.from(worker.script)),
  ...languages.map((script, i) => part(`${names[i]}.js`, Buffer.from(script))),
  ...(await partsOf(FILES)),
];
const mnist = await partsOf(MNIST);

/** @param {string[]} inside the files in it */
const whole = (inside) =>
  index
    .replace('<html', '<html data-single')
    .replace(/\n *<link [^>]*>/g, '')
    .replace(/\n *<script [^>]*><\/script>/g, '')
    .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${head}`)
    .replace('</body>', () => `${inside.join('')}<script>${main}</script>\n  </body>`);

await mkdir(target, { recursive: true });
await writeFile(new URL('glassbox.html', target), whole(parts));
await writeFile(new URL('glassbox-mnist.html', target), whole([...parts, ...mnist]));
