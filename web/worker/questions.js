import { transfer } from 'comlink';
import { DIGITS, PIXELS } from '../glassbox.js';
import { PAD } from '../pad.js';
import { largest, strongest } from '../ranking.js';
import { INPUT_MIN } from '../shape.js';
import { ascend, backquery, roundTrips } from './imagination.js';
import { trainingStep } from './microscope.js';
import { compareOutputs } from './mistakes.js';
import { nextTask } from './timing.js';
import { leadSlopes } from './why.js';

/** @typedef {import('../glassbox.js').Glassbox} Glassbox */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./mistakes.js').Survey} Survey */
/** @typedef {import('./why.js').Why} Why */

/**
 * What the network is asked about: a drawing on the pad, prepared as MNIST was or just made smaller;
 * a test record; the training record that it was shown last.
 *
 * @typedef {{ about: 'drawing', strokes: number[][][], prepared: boolean }
 *   | { about: 'record', index: number }
 *   | { about: 'training' }} Subject
 *
 * A drawing on its way to what a network can read: 28 x 28 pixels, thin and inked 20 x 20; greys.
 *
 * @typedef {{ raw: Uint8Array, thin: Uint8Array, inked: Uint8Array, placed: Uint8Array }} Stages
 *
 * @typedef {object} Answer
 * @property {Subject['about']} about
 * @property {Uint8Array} pixels what the network was asked about, greys 0..255, (28, 28)
 * @property {Float32Array} inputs the same, 0.01..1
 * @property {Float32Array} hidden what the hidden nodes made of it, 0..1
 * @property {Float32Array} outputs ten, 0..1
 * @property {Float32Array} who the weights in between, (10, hidden nodes)
 * @property {Path[]} paths from inked pixels to the hidden nodes that speak loudest
 * @property {number | null} label what it is, where that is known
 * @property {number | null} record its place in its file, from 0
 * @property {Stages | null} stages of a drawing
 * @property {Float32Array | null} before the outputs before it learnt from this record, where it just did
 *
 * @typedef {object} Slide a picture and the network that answers, as they are now
 * @property {Subject['about']} about
 * @property {Uint8Array} pixels greys 0..255, (28, 28)
 * @property {Float32Array} inputs the same, 0.01..1
 * @property {number | null} label what it is, where that is known
 * @property {number | null} record its place in its file, from 0
 * @property {number} guess what the network takes it for
 * @property {Float32Array} wih (hidden nodes, 784)
 * @property {Float32Array} who (10, hidden nodes)
 *
 * @typedef {object} Path
 * @property {number} node
 * @property {{ pixel: number, strength: number }[]} pixels those that move the node most, and how far
 */

/** How many nodes' paths are told, and how many pixels of each. */
const PATHS = 6;
const PATH_PIXELS = 5;
/** Test records between two looks at the messages: some milliseconds of work. */
const SURVEY_SLICE = 500;

/** How many hidden nodes' weights are told as pictures. */
const WEIGHT_PICTURES = 200;

/** What the page can ask about the network that answers now. Nothing is changed by a question. */
export class Questions {
  #glassbox;
  #session;

  /** @param {Glassbox} glassbox @param {Session} session */
  constructor(glassbox, session) {
    this.#glassbox = glassbox;
    this.#session = session;
  }

  /**
   * What the network makes of a subject.
   *
   * @param {Subject} subject
   * @returns {Answer | null} null: there is no ink, or no such record yet
   */
  answer(subject) {
    const picture = this.#picture(subject);
    if (!picture) return null;
    const { wih, who } = this.#session.weights;
    const { hidden, outputs } = this.#session.network.signals(picture.inputs);
    const paths = strongestPaths(wih, who, picture.inputs, hidden, largest(outputs));
    return { about: subject.about, ...picture, hidden, outputs, who, paths };
  }

  /**
   * The weights of one hidden node.
   *
   * @param {number} node
   * @returns {Float32Array} (784)
   */
  node(node) {
    return this.#session.weights.wih.slice(node * PIXELS, (node + 1) * PIXELS);
  }

  /**
   * The weights of the first hidden nodes, to be seen: from -127 to 127, each node's by its strongest.
   *
   * @returns {{ pictures: Int8Array, hiddenNodes: number }} pictures (nodes, 784), of so many in all
   */
  weightPictures() {
    const { wih } = this.#session.weights;
    const pictures = new Int8Array(Math.min(wih.length, WEIGHT_PICTURES * PIXELS));
    for (let start = 0; start < pictures.length; start += PIXELS) {
      let strongest = 0;
      for (let i = start; i < start + PIXELS; i++) strongest = Math.max(strongest, Math.abs(wih[i]));
      const scale = strongest > 0 ? 127 / strongest : 0;
      for (let i = start; i < start + PIXELS; i++) pictures[i] = Math.round(wih[i] * scale);
    }
    return transfer({ pictures, hiddenNodes: wih.length / PIXELS }, [pictures.buffer]);
  }

  /**
   * The weights from one pixel.
   *
   * @param {number} pixel
   * @returns {Float32Array} to all hidden nodes
   */
  pixel(pixel) {
    return this.#session.weights.wih.filter((_, i) => i % PIXELS === pixel);
  }

  /**
   * All that a training step with this subject needs, for the asker to keep.
   *
   * @param {Subject} subject
   * @returns {Slide | null} null: there is no ink, or no such record yet
   */
  slide(subject) {
    const picture = this.#picture(subject);
    if (!picture) return null;
    const { pixels, inputs, label, record } = picture;
    const guess = largest(this.#session.network.query(inputs));
    return { about: subject.about, pixels, inputs, label, record, guess, ...this.#session.weights };
  }

  /**
   * One training step with a network that was asked for by slide(). The run knows nothing of it.
   *
   * @param {import('./microscope.js').Sample} sample
   * @returns {import('./microscope.js').TrainingStep}
   */
  microscope(sample) {
    return trainingStep(this.#glassbox, sample);
  }

  /**
   * How the network of this moment reads all test records. Training and other questions go on meanwhile.
   *
   * @returns {Promise<Survey | null>} null: there are no records, or others came meanwhile
   */
  async survey() {
    const { trainer, exam } = this.#session;
    const total = trainer.records('test');
    if (total === 0) return null;
    const labels = new Uint8Array(total);
    const answers = new Uint8Array(total);
    const leads = new Float32Array(total);
    const confusion = new Uint32Array(DIGITS * DIGITS);
    let milliseconds = 0;
    // One that does not learn between the slices.
    const network = this.#session.network.copy();
    try {
      for (let from = 0; from < total && exam === this.#session.exam; from += SURVEY_SLICE) {
        const start = performance.now();
        const to = Math.min(from + SURVEY_SLICE, total);
        for (let i = from; i < to; i++) labels[i] = trainer.record('test', i).label;
        const part = trainer.test({ from, to, network });
        const compared = compareOutputs(part.outputs, labels.subarray(from, to));
        part.confusion.forEach((count, i) => {
          confusion[i] += count;
        });
        answers.set(compared.answers, from);
        leads.set(compared.leads, from);
        milliseconds += performance.now() - start;
        await nextTask();
      }
    } finally {
      network.free();
    }
    return exam === this.#session.exam ? { labels, answers, leads, confusion, milliseconds } : null;
  }

  /**
   * Pictures of test records.
   *
   * @param {number[]} records their places in their file, from 0
   * @returns {Uint8Array[] | null} 784 greys each; null: there are no such records any more
   */
  pictures(records) {
    const { trainer } = this.#session;
    const count = trainer.records('test');
    if (records.some((record) => record >= count)) return null;
    return records.map((record) => trainer.record('test', record).pixels);
  }

  /**
   * Why a subject is read as it is, and not as what it is; or, where it is read right or nobody knows what
   * it is, not as the second best.
   *
   * @param {Subject} subject
   * @returns {Why | null} null: as answer
   */
  why(subject) {
    const picture = this.#picture(subject);
    if (!picture) return null;
    const { label, inputs } = picture;
    const { hidden, outputs } = this.#session.network.signals(inputs);
    const answer = largest(outputs);
    const second = largest(outputs.map((output, digit) => (digit === answer ? -1 : output)));
    const rival = label === null || label === answer ? second : label;
    return { answer, rival, slopes: leadSlopes(this.#session.weights, hidden, answer, rival) };
  }

  /**
   * What it imagines for ten targets, step by step; and for each digit, read again.
   *
   * @param {Float32Array} targets
   */
  imagine(targets) {
    const { network } = this.#session;
    return { ...backquery(network, targets), digits: roundTrips(network) };
  }

  /**
   * Gradient ascent on the inputs, some steps of it.
   *
   * @param {Float32Array} inputs where it has come to
   * @param {Float32Array} targets
   * @param {number} steps
   */
  ascend(inputs, targets, steps) {
    return ascend(this.#session.network, inputs, targets, steps);
  }

  /** @param {Subject} subject */
  #picture(subject) {
    switch (subject.about) {
      case 'drawing':
        return this.#drawing(subject);
      case 'record':
        return this.#record(subject.index);
      case 'training':
        return this.#shown();
    }
  }

  /** @param {{ strokes: number[][][], prepared: boolean }} drawing */
  #drawing({ strokes, prepared }) {
    const raw = this.#glassbox.rawDrawing(strokes, PAD);
    const box = this.#glassbox.drawingBox(strokes);
    const placed = this.#glassbox.drawing(strokes);
    if (!raw || !box || !placed) return null;
    const { pixels, inputs } = prepared ? placed : raw;
    const stages = { raw: raw.pixels, ...box, placed: placed.pixels };
    return { pixels, inputs, stages, label: null, record: null, before: null };
  }

  /** @param {number} index of a test record */
  #record(index) {
    const { trainer } = this.#session;
    if (index >= trainer.records('test')) return null;
    const { label, pixels } = trainer.record('test', index);
    const inputs = Float32Array.from(pixels, (grey) => (grey / 255) * 0.99 + 0.01);
    return { pixels, inputs, stages: null, label, record: index, before: null };
  }

  /** The training record that was shown last, turned or bent as it was shown. */
  #shown() {
    const { network, trainer } = this.#session;
    const { shown } = trainer;
    if (!shown) return null;
    const { inputs, label, record } = shown;
    const before = network === trainer.network ? shown.outputs : null;
    const pixels = Uint8Array.from(inputs, (input) => Math.round(((input - 0.01) / 0.99) * 255));
    return { pixels, inputs, stages: null, label, record, before };
  }
}

/**
 * @param {Float32Array} wih (hidden nodes, 784)
 * @param {Float32Array} who (10, hidden nodes)
 * @param {Float32Array} inputs
 * @param {Float32Array} hidden
 * @param {number} answer the output that is spoken for or against
 * @returns {Path[]}
 */
function strongestPaths(wih, who, inputs, hidden, answer) {
  const pulls = hidden.map((value, node) => value * who[answer * hidden.length + node]);
  return strongest(pulls, PATHS).map((node) => {
    // What a pixel brings beyond the background's 0.01, which is the same for all.
    const moves = inputs.map((input, pixel) => (input - INPUT_MIN) * wih[node * PIXELS + pixel]);
    const pixels = strongest(moves, PATH_PIXELS).filter((pixel) => moves[pixel] !== 0);
    return { node, pixels: pixels.map((pixel) => ({ pixel, strength: moves[pixel] })) };
  });
}
