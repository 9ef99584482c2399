// The page in one file asks for its parts here (build.js). From a disk, a worker may not fetch them itself, so that it
// is sent what it needs (worker.js).

import { str } from '@lit/localize';
import { html } from 'lit';
import { run } from './run.js';
import { sendBytes } from './send.js';
import { unpacked } from './unpack.js';

const WORKER_FILES = ['glassbox.wasm', 'model.npz', 'robust.npz'];
const sent = Object.fromEntries(
  await Promise.all(WORKER_FILES.map(async (name) => [name, await unpacked(name)])),
);

/** @param {string} name @param {string} type */
async function addressOf(name, type) {
  return new URL(URL.createObjectURL(new Blob([await unpacked(name)], { type })));
}
const script = await addressOf('worker.js', 'text/javascript');
const handwriting = await addressOf('handwriting.svg', 'image/svg+xml');

/** What the scripts of languages use, and what the latest one has brought. @type {any} */
const glassboxTags = { html, str };

Object.assign(globalThis, {
  glassboxTags,
  /** @param {string} name */
  async glassboxLanguage(name) {
    await run(`${name}.js`);
    return { templates: glassboxTags.templates };
  },
  glassboxFile: () => handwriting,
  /** @param {string} name */
  glassboxWorker(name) {
    const worker = new Worker(script, { name });
    worker.postMessage(sent);
    sendBytes(worker);
    return worker;
  },
});
await import('../app/main.js');
