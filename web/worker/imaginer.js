import { DIGITS, PIXELS } from '../glassbox.js';
import { targetsFor } from '../shared/targets.js';

/** @typedef {import('../shared/ways.js').Way} Way */

/** Milliseconds before an ascent, in which the page can ask what it wants to know first. */
const SOON = 20;

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
  /** Whether the next ascent comes without a rest. */
  #isSoon = false;
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
    this.hurry();
  }

  /** The network that answers has changed. */
  changed() {
    if (this.#way === 'backquery') {
      this.#stop();
      this.#tellBackqueries();
      return;
    }
    this.#stale = DIGITS;
    if (this.#isAscending) return;
    // What is due soon stays due, so that the pictures follow Rewind. So does the rest of a network that trains, which
    // changes all the time.
    const isDue = this.#timer !== undefined && (this.#isSoon || this.#rest() > 0);
    if (!isDue) this.#ascendAfter(SOON);
  }

  /** All ten pictures are to change soon, even while the network trains. */
  hurry() {
    this.#stop();
    this.#urgent = DIGITS;
    this.changed();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stale = 0;
  }

  /** @param {number} milliseconds */
  #ascendAfter(milliseconds) {
    clearTimeout(this.#timer);
    this.#isSoon = milliseconds <= SOON;
    this.#timer = setTimeout(() => this.#ascend(), milliseconds);
  }

  /** Tells the picture of one digit, and then the next one. */
  async #ascend() {
    this.#timer = undefined;
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
    const took = performance.now() - start;
    if (this.#stale > 0) this.#ascendAfter(this.#urgent > 0 ? 0 : this.#rest() * took);
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
