import { DIGITS, PIXELS } from '../glassbox.js';
import { targetsFor } from '../shared/targets.js';

/** @typedef {import('../shared/ways.js').Way} Way */

/**
 * Tells the page what the network that answers imagines, in one of two ways.
 *
 * Ten backqueries together take a few milliseconds, so they are made at once. An ascent takes ten milliseconds or more,
 * so an assistant makes it, one after another. The digits take turns, so that none is left out when the network changes
 * faster than the ten can be made.
 */
export class Imaginer {
  #answering;
  #imagine;
  #rest;
  #tell;
  #way;
  #digit = 0;
  /** How many pictures are not those of the latest network. */
  #stale = 0;
  /** How many ascents do not wait for the rests that training asks for. */
  #urgent = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #isAscending = false;

  /**
   * @param {import('./answering.js').AnsweringNetwork} answering
   * @param {import('./observing.js').Observing['imagine']} imagine
   * @param {Way} way
   * @param {() => number} rest the rest after an ascent, as a multiple of the time that it took
   * @param {import('./messages.js').TellOfRun} tell
   */
  constructor(answering, imagine, way, rest, tell) {
    this.#answering = answering;
    this.#imagine = imagine;
    this.#way = way;
    this.#rest = rest;
    this.#tell = tell;
  }

  /** @param {Way} way from now on */
  set way(way) {
    this.#way = way;
    this.#stop();
    this.#urgent = DIGITS;
    this.changed();
  }

  /** The network that answers has changed. */
  changed() {
    if (this.#way === 'backquery') {
      this.#stop();
      this.#tellBackqueries();
      return;
    }
    this.#stale = DIGITS;
    // The next ascent shows the change: when this one ends, or after the rest of a network that trains.
    if (this.#isAscending || (this.#timer !== undefined && this.#rest() > 0)) return;
    this.#stopResting();
    this.#ascend();
  }

  #stop() {
    this.#stopResting();
    this.#stale = 0;
  }

  #stopResting() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Tells the picture of one digit, and then the next one. */
  async #ascend() {
    this.#isAscending = true;
    const start = performance.now();
    const pictures = await this.#imagine(this.#answering.network, this.#digit);
    this.#isAscending = false;
    // Stopped meanwhile.
    if (this.#stale === 0) return;
    this.#tell({ about: 'pictures', first: this.#digit, pictures }, [pictures.buffer]);
    this.#digit = (this.#digit + 1) % DIGITS;
    this.#stale--;
    this.#urgent = Math.max(0, this.#urgent - 1);
    if (this.#stale === 0) return;
    const rest = this.#urgent > 0 ? 0 : this.#rest() * (performance.now() - start);
    if (rest === 0) this.#ascend();
    else this.#timer = setTimeout(() => this.#rested(), rest);
  }

  #rested() {
    this.#timer = undefined;
    this.#ascend();
  }

  #tellBackqueries() {
    const { network } = this.#answering;
    const pictures = new Float32Array(DIGITS * PIXELS);
    for (let digit = 0; digit < DIGITS; digit++) {
      pictures.set(network.backquery(targetsFor(digit)), digit * PIXELS);
    }
    this.#tell({ about: 'pictures', first: 0, pictures }, [pictures.buffer]);
  }
}
