import { transfer } from 'comlink';
import { PIXELS } from '../glassbox.js';
import { PAD } from '../pad.js';
import { largest, strongest } from '../ranking.js';
import { INPUT_MIN } from '../shape.js';
import { trainingStep } from './microscope.js';

/** @typedef {import('../glassbox.js').Glassbox} Glassbox */
/** @typedef {import('./session.js').Session} Session */

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
