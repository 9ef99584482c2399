import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {import('../web/glassbox.js').Kind} Kind */

/** @param {Kind} kind */
export const mnistPath = (kind) => fileURLToPath(new URL(`../data/mnist_${kind}.csv`, import.meta.url));

/**
 * The first records of MNIST, as the CSV file has them.
 *
 * @param {Kind} kind
 * @param {number} count
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function firstRecords(kind, count) {
  const chunks = [];
  let left = count;
  for await (const chunk of createReadStream(mnistPath(kind))) {
    let end = 0;
    while (left > 0 && end < chunk.length) {
      const newline = chunk.indexOf(10, end);
      end = newline < 0 ? chunk.length : newline + 1;
      if (newline >= 0) left--;
    }
    chunks.push(chunk.subarray(0, end));
    if (left === 0) break;
  }
  return new Uint8Array(Buffer.concat(chunks));
}
