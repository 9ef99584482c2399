/** @param {Uint8Array[]} blocks @returns {Uint8Array<ArrayBuffer>} a copy of all, one after the other */
export function joined(blocks) {
  const all = new Uint8Array(blocks.reduce((length, block) => length + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
  }
  return all;
}
