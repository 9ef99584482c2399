import { codedError } from '../shared/errors.js';

/** The module (func (result v128) i32.const 0 i8x16.splat), which is valid only where there is SIMD128. */
const SIMD_MODULE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0], // "\0asm", version 1
  ...[1, 5, 1, 96, 0, 1, 123], // type 0: () -> v128
  ...[3, 2, 1, 0], // function 0 has type 0
  ...[10, 8, 1, 6, 0, 65, 0, 253, 15, 11], // its code
);

/** Checks that the core can run here. @throws {Error} that says what is missing */
export function checkSupport() {
  if (typeof WebAssembly === 'undefined') throw codedError(Error, 'no-webassembly');
  if (!WebAssembly.validate(SIMD_MODULE)) throw codedError(Error, 'no-simd');
}
