// Drawings to measure on, and a network that has learned them.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { targetsFor } from '../helpers.js';
import { readDrawings } from './strokes.js';

/** @typedef {import('./strokes.js').Strokes} Strokes */

export const glassbox = await loadGlassbox();
export const folder = await mkdtemp(join(tmpdir(), 'drawings-'));
after(() => rm(folder, { recursive: true }));

/** @type {Strokes} */
export const ZERO = [Array.from({ length: 25 }, (_, i) => turned(i / 24, 30, 45))];
/** @type {Strokes} */
export const ONE = [
  [
    [200, 100],
    [200, 250],
  ],
];
/** @type {Strokes} */
export const SEVEN = [
  [
    [10, 10],
    [90, 10],
    [40, 130],
  ],
];

/** A point of an ellipse. @param {number} turn @param {number} a @param {number} b */
function turned(turn, a, b) {
  return [100 + a * Math.sin(2 * Math.PI * turn), 100 + b * Math.cos(2 * Math.PI * turn)];
}

/** @param {string} content */
export async function written(content) {
  const path = join(folder, 'drawings.jsonl');
  await writeFile(path, content);
  return path;
}

/** @param {{ label: number, strokes: Strokes }[]} drawings */
export async function read(drawings) {
  return readDrawings(await written(drawings.map((drawing) => `${JSON.stringify(drawing)}\n`).join('')));
}

/** A small network that has learned three drawings. */
export function trained() {
  const network = glassbox.network({ hiddenNodes: 20, learningRate: 0.3, seed: 1 });
  for (let round = 0; round < 200; round++) {
    for (const [label, strokes] of /** @type {[number, Strokes][]} */ ([
      [0, ZERO],
      [1, ONE],
      [7, SEVEN],
    ])) {
      const drawing = glassbox.drawing(strokes);
      assert.ok(drawing);
      network.train(drawing.inputs, targetsFor(label));
    }
  }
  return network;
}
