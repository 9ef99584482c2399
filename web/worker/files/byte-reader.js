/** Reads a stream in pieces of any wanted size. */
export class ByteReader {
  #reader;
  /** Bytes that have arrived and were not taken yet. @type {Uint8Array} */
  #rest = new Uint8Array(0);

  /** @param {ReadableStream<Uint8Array>} stream */
  constructor(stream) {
    this.#reader = stream.getReader();
  }

  /**
   * @param {number} count
   * @returns {Promise<Uint8Array>} the next `count` bytes, fewer only at the end of the stream
   */
  async take(count) {
    const taken = new Uint8Array(count);
    let length = 0;
    while (length < count) {
      if (this.#rest.length === 0) {
        const { done, value } = await this.#reader.read();
        if (done) return taken.subarray(0, length);
        this.#rest = value;
      }
      const part = this.#rest.subarray(0, count - length);
      taken.set(part, length);
      length += part.length;
      this.#rest = this.#rest.subarray(part.length);
    }
    return taken;
  }

  /**
   * @param {Uint8Array} head bytes that were taken, to be put back
   * @returns {ReadableStream<Uint8Array>} those, and all that follow
   */
  streamFrom(head) {
    const waiting = [head, this.#rest].filter(({ length }) => length > 0);
    return new ReadableStream({
      pull: async (controller) => {
        const next = waiting.shift();
        if (next) return controller.enqueue(next);
        const { done, value } = await this.#reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => this.cancel(reason),
    });
  }

  /** @param {unknown} [reason] */
  async cancel(reason) {
    // A stream that has failed has nothing left to cancel.
    await this.#reader.cancel(reason).catch(() => {});
  }
}
