/** How zips hold a file: as it is, or deflated. */
export const STORED = 0;
export const DEFLATED = 8;

/**
 * A gzip file is deflated data, too, between this header and a trailer: not every browser, and not Node 18, unpacks what
 * a zip holds as it is.
 */
export const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, DEFLATED, 0, 0, 0, 0, 0, 0, 0xff);

/** @param {number} crc of the content @param {number} size of the content, as a zip's directory has them */
export function gzipTrailer(crc, size) {
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, crc, true);
  trailer.setUint32(4, size, true);
  return new Uint8Array(trailer.buffer);
}
