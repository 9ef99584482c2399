import {
  Z_BUF_ERROR,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  ZStream,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateReset,
} from 'pako';

/** zlib's largest window, plus 16 for the header and the trailer of gzip. */
const GZIP_WINDOW = 15 + 16;
/** The most bytes that are unpacked at once. */
const PORTION = 1 << 16;

/**
 * Unpacks gzip as zcat does: any number of members, then zeros up to the end of a block.
 *
 * The browsers' DecompressionStream takes only one member, so this uses pako, a port of zlib. It unpacks only
 * what is asked for, in small portions: a megabyte of gzip may hold a gigabyte of zeros.
 *
 * @param {ReadableStream<Uint8Array>} packed
 * @param {() => Error} damaged makes the error for bytes that are not gzip, are damaged or end too early
 * @returns {ReadableStream<Uint8Array>}
 */
export function gunzipped(packed, damaged) {
  const reader = packed.getReader();
  const members = new Members();
  return new ReadableStream(
    {
      async pull(controller) {
        for (;;) {
          const portion = members.next();
          if (portion === 'damaged') break;
          if (portion) return controller.enqueue(portion);
          const { done, value } = await reader.read();
          if (!done) members.give(value);
          else if (members.areComplete) return controller.close();
          else break;
        }
        // Nobody reads the rest.
        reader.cancel().catch(() => {});
        throw damaged();
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** The members of a gzip file, each of which is a gzip file of its own. */
class Members {
  #zlib = new ZStream();
  #isPadding = false;
  /** Whether the file may end here. */
  areComplete = false;

  constructor() {
    zlibInflateInit2(this.#zlib, GZIP_WINDOW);
    this.give(new Uint8Array(0));
    this.#makeRoom();
  }

  /** @param {Uint8Array} packed the next bytes of the file, once next() has returned null */
  give(packed) {
    Object.assign(this.#zlib, { input: packed, next_in: 0, avail_in: packed.length });
  }

  /** @returns {Uint8Array | 'damaged' | null} the next unpacked bytes; null: it needs more packed ones */
  next() {
    const zlib = this.#zlib;
    if (zlib.next_out > 0) this.#makeRoom();
    do {
      if (this.areComplete && zlib.avail_in > 0) this.#goOn();
      if (this.#isPadding) return this.#takeZeros() ? null : 'damaged';
      const status = zlibInflate(zlib, Z_NO_FLUSH);
      // A buffer error says only that there is no input, or no room.
      if (status !== Z_OK && status !== Z_BUF_ERROR && status !== Z_STREAM_END) return 'damaged';
      this.areComplete = status === Z_STREAM_END;
    } while (zlib.next_out === 0 && zlib.avail_in > 0);
    return zlib.next_out > 0 ? zlib.output.subarray(0, zlib.next_out) : null;
  }

  #makeRoom() {
    Object.assign(this.#zlib, { output: new Uint8Array(PORTION), next_out: 0, avail_out: PORTION });
  }

  /** Starts what follows a member: another member, or padding. */
  #goOn() {
    const zlib = this.#zlib;
    this.#isPadding = this.#isPadding || zlib.input[zlib.next_in] === 0;
    if (!this.#isPadding) zlibInflateReset(zlib);
  }

  #takeZeros() {
    const zlib = this.#zlib;
    const rest = zlib.input.subarray(zlib.next_in);
    zlib.avail_in = 0;
    return rest.every((byte) => byte === 0);
  }
}
