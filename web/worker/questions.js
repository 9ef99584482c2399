import { transfer } from 'comlink';
import { ascend, backquery, roundTrips } from '../features/imagination/backquery.js';
import { trainingStep } from '../features/microscope/training-step.js';
import { evaluateRecords } from '../features/mistakes/evaluate-records.js';
import { saliencyMap } from '../features/mistakes/saliency.js';
import { weightPictures } from '../features/nodes/weight-pictures.js';
import { strongestPaths } from '../features/stage/paths.js';
import { PIXELS } from '../glassbox.js';
import { largest } from '../shared/ranking.js';
import { pictureOf } from './subjects.js';

/** @typedef {import('../glassbox.js').Glassbox} Glassbox */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./subjects.js').Subject} Subject */
/** @typedef {import('./subjects.js').Picture} Picture */

/**
 * What the network makes of a subject.
 *
 * @typedef {Picture & Signals} Answer
 *
 * @typedef {object} Signals
 * @property {Subject['about']} about
 * @property {Float32Array} hidden what the hidden nodes make of it, 0..1
 * @property {Float32Array} outputs ten, 0..1
 * @property {Float32Array} who the weights in between, (10, hidden nodes)
 * @property {import('../features/stage/paths.js').Path[]} paths to the hidden nodes that speak loudest
 *
 * @typedef {object} Sample a picture and the network that answers, as they are now
 * @property {Subject['about']} about
 * @property {Uint8Array} pixels greys 0..255, (28, 28)
 * @property {Float32Array} inputs the same, 0.01..1
 * @property {number | null} label what it is, where that is known
 * @property {number | null} record its index in the file, from 0
 * @property {number} guess what the network takes it for
 * @property {Float32Array} wih (hidden nodes, 784)
 * @property {Float32Array} who (10, hidden nodes)
 */

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
    const picture = pictureOf(this.#glassbox, this.#session, subject);
    if (!picture) return null;
    const { network, weights } = this.#session;
    const signals = network.signals(picture.inputs);
    const paths = strongestPaths(weights, picture.inputs, signals);
    return { about: subject.about, ...picture, ...signals, who: weights.who, paths };
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
    const told = weightPictures(this.#session.weights.wih);
    return transfer(told, [told.pictures.buffer]);
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
   * @returns {Sample | null} null: there is no ink, or no such record yet
   */
  sample(subject) {
    const picture = pictureOf(this.#glassbox, this.#session, subject);
    if (!picture) return null;
    const { pixels, inputs, label, record } = picture;
    const guess = largest(this.#session.network.query(inputs));
    return { about: subject.about, pixels, inputs, label, record, guess, ...this.#session.weights };
  }

  /**
   * One training step with a network that was asked for by sample(). The run knows nothing of it.
   *
   * @param {import('../features/microscope/training-step.js').StepInput} input
   * @returns {import('../features/microscope/training-step.js').TrainingStep}
   */
  microscope(input) {
    return trainingStep(this.#glassbox, input);
  }

  /**
   * How the network of this moment reads all test records. Training and other questions go on meanwhile.
   *
   * @returns {Promise<import('../shared/evaluation.js').Evaluation | null>} null: there are no records, or others came meanwhile
   */
  evaluateRecords() {
    return evaluateRecords(this.#session);
  }

  /**
   * Pictures of test records.
   *
   * @param {number[]} records their indices in the file, from 0
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
   * @returns {import('../features/mistakes/saliency.js').Saliency | null} null: as answer
   */
  saliency(subject) {
    const picture = pictureOf(this.#glassbox, this.#session, subject);
    if (!picture) return null;
    const { label, inputs } = picture;
    const { hidden, outputs } = this.#session.network.signals(inputs);
    const answer = largest(outputs);
    const second = largest(outputs.map((output, digit) => (digit === answer ? -1 : output)));
    const rival = label === null || label === answer ? second : label;
    return { answer, rival, slopes: saliencyMap(this.#session.weights, hidden, answer, rival) };
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
}
