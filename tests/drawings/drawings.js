// `make drawings FILE=path.jsonl`: how well the network that comes with Glassbox reads drawings.

import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadGlassbox } from '../../web/glassbox.js';
import { measureDrawings } from './measure.js';
import { contactSheet, textReport } from './report.js';
import { readDrawings } from './strokes.js';

const build = fileURLToPath(new URL('../../build/', import.meta.url));

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}

const path = process.argv[2] || fail('which drawings? make drawings FILE=path.jsonl');
const drawings = await readDrawings(path).catch((error) => fail(error.message));

const glassbox = await loadGlassbox();
const network = await glassbox.pretrained();
const figures = measureDrawings(glassbox, network, drawings);
console.log(textReport(figures));
await mkdir(build, { recursive: true });
await writeFile(`${build}drawings.html`, contactSheet(figures));
console.log('failures: build/drawings.html');
