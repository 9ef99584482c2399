import { DIGITS, PIXELS } from '../glassbox.js';
import { targetsFor } from '../shared/targets.js';

/** @typedef {import('../shared/ways.js').Way} Way */

/**
 * Tells the page what the network that answers imagines, in one of two ways.
 *
 * Ten backqueries together take a few milliseconds, so they are made at once; the network that comes with the page has its
 * pictures with it. An ascent takes two milliseconds or more, so assistants make them: all assistants for a network that
 * rests, the first one for a network that trains. The digits take turns, so that none is left out when the network changes
 * faster than the ten can be made.
 */
export class Imaginer {
  #answering;
  #observing;
  #rest;
  #tell;
  #way;
  /** How many ascents have begun. Their digits take turns. */
  #begun = 0;
  /** The first of them that would find a later picture than the one that was told last, by digit. */
  #later = Array(DIGITS).fill(0);
  /** How many ascents have not begun, until the ten are of the latest network. */
  #missing = 0;
  /** How many ascents do not wait for the rests that training asks for. */
  #urgent = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Whether each assistant makes one. @type {boolean[]} */
  #ascending;

  /**
   * @param {import('./answering.js').AnsweringNetwork} answering
   * @param {Pick<import('./observing.js').Observing, 'observers' | 'imagine'>} observing
   * @param {Way} way
   * @param {() => number} rest the rest after an ascent, as a multiple of the time that it took
   * @param {import('./messages.js').TellOfRun} tell
   */
  constructor(answering, observing, way, rest, tell) {
    this.#answering = answering;
    this.#observing = observing;
    this.#way = way;
    this.#rest = rest;
    this.#tell = tell;
    this.#ascending = Array(observing.observers).fill(false);
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
    const { network } = this.#answering;
    const pictures = this.#way === 'backquery' ? backqueries(network) : network.imagined;
    if (pictures) {
      this.#stop();
      this.#later.fill(this.#begun);
      this.#tell({ about: 'pictures', first: 0, pictures }, [pictures.buffer]);
      return;
    }
    this.#missing = DIGITS;
    // After the rest of a network that trains, the next ascent shows the change.
    if (this.#timer !== undefined && this.#rest() > 0) return;
    this.#stopResting();
    this.#goOn();
  }

  #stop() {
    this.#stopResting();
    this.#missing = 0;
  }

  #stopResting() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Begins the next ascents, as many as there are assistants for them. */
  #goOn() {
    const observers = this.#rest() > 0 ? 1 : this.#ascending.length;
    for (let observer = 0; observer < observers && this.#missing > 0; observer++) {
      if (!this.#ascending[observer]) this.#ascend(observer);
    }
  }

  /** Tells the picture of one digit, and goes on. @param {number} observer */
  async #ascend(observer) {
    const ascent = this.#begun++;
    const digit = ascent % DIGITS;
    this.#missing--;
    this.#ascending[observer] = true;
    const start = performance.now();
    const pictures = await this.#observing.imagine(this.#answering.network, digit, observer);
    this.#ascending[observer] = false;
    // A slow assistant may be behind pictures of a later network, all ten or the same digit's.
    if (ascent >= this.#later[digit]) {
      this.#later[digit] = ascent + 1;
      this.#tell({ about: 'pictures', first: digit, pictures }, [pictures.buffer]);
    }
    this.#urgent = Math.max(0, this.#urgent - 1);
    if (this.#missing === 0) return;
    const rest = this.#urgent > 0 ? 0 : this.#rest() * (performance.now() - start);
    if (rest === 0) this.#goOn();
    else this.#timer ??= setTimeout(() => this.#rested(), rest);
  }

  #rested() {
    this.#timer = undefined;
    this.#goOn();
  }
}

/** Those of the ten digits. @param {import('../glassbox.js').Network} network */
function backqueries(network) {
  const pictures = new Float32Array(DIGITS * PIXELS);
  for (let digit = 0; digit < DIGITS; digit++) {
    pictures.set(network.backquery(targetsFor(digit)), digit * PIXELS);
  }
  return pictures;
}
