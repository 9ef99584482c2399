import { joined } from '../worker/containers.js';

/**
 * A changed copy of a file: some bytes or bits changed, a part lost, doubled or moved, or a number made large.
 *
 * @param {Uint8Array} bytes
 * @param {() => number} random
 */
export function mutated(bytes, random) {
  const below = (/** @type {number} */ limit) => Math.floor(random() * limit);
  let changed = bytes.slice();
  for (let changes = 1 + below(4); changes > 0 && changed.length > 8; changes--) {
    // Most of the structure is near the start and the end.
    const near = Math.min(changed.length, [changed.length, 40, 300][below(3)]);
    const at = random() < 0.5 ? below(near) : changed.length - 1 - below(near);
    const end = at + 1 + below(Math.min(64, changed.length - at));
    const part = changed.slice(at, end);
    const change = below(7);
    if (change === 0) changed[at] ^= 1 << below(8);
    if (change === 1) changed[at] = [0, 1, 0x7f, 0x80, 0xff][below(5)];
    if (change === 2) changed = changed.slice(0, at);
    if (change === 3) changed = joined(changed.subarray(0, at), changed.subarray(end));
    if (change === 4) changed = joined(changed.subarray(0, end), part, changed.subarray(end));
    if (change === 5) changed.set(part, below(changed.length - part.length));
    if (change === 6) changed.fill(0xff, at, Math.min(end, at + 4));
  }
  return changed;
}
