import { checkNumbers, checkObject, checkWhole, typeName } from '../shared/checks.js';
import { predict } from '../shared/confidence.js';
import { codedError } from '../shared/errors.js';
import { DIGITS, HIDDEN_MAX, INPUT_MIN, PIXELS } from '../shared/shape.js';
import { ascend, backquerySteps, foil, imagine } from './backwards.js';
import { draw } from './drawing.js';
import { outOfMemory } from './memory.js';
import { arraysOf } from './network-file.js';
import { writeNpz } from './npz.js';

/** @typedef {import('./memory.js').Core} Core */

/** network_unpack_status of src/network.h. */
const NOT_PACKED = 1;
const NO_MEMORY = 2;

/** A network of 784 inputs, some hidden nodes and 10 outputs. */
export class Network {
  #core;
  #address;
  #owner;
  /** @type {Float32Array | null} */
  #imagined = null;

  /**
   * @param {Core} core
   * @param {number} address
   * @param {{ name: 'run' | 'trainer', check: () => unknown }} [owner] what it belongs to; check() throws
   *   once that has been freed
   */
  constructor(core, address, owner) {
    this.#core = core;
    this.#address = address;
    this.#owner = owner;
  }

  /**
   * The address of a network in the module, for other files in this folder.
   *
   * @param {Core} core of the module that is to use it
   * @param {unknown} network as the caller gave it
   * @returns {number}
   */
  static addressIn(core, network) {
    if (!(network instanceof Network)) {
      throw codedError(TypeError, 'takes-network', { name: 'network', got: typeName(network) });
    }
    if (network.#core !== core) throw codedError(TypeError, 'takes-own-network', { name: 'network' });
    return network.#live;
  }

  get #live() {
    this.#owner?.check();
    if (this.#address === 0) throw codedError(Error, 'network-freed');
    return this.#address;
  }

  get hiddenNodes() {
    return this.#core.call.glassbox_network_hidden_nodes(this.#live);
  }

  /**
   * @param {Float32Array} inputs 784 numbers, 0.01 (background) to 1 (ink)
   * @returns {Float32Array} the 10 outputs, each in 0..1
   */
  query(inputs) {
    return this.signals(inputs).outputs;
  }

  /**
   * A query that returns the values of the hidden nodes, too.
   *
   * @param {Float32Array} inputs 784 numbers, 0.01 to 1
   * @returns {{ hidden: Float32Array, outputs: Float32Array }} hidden nodes (hiddenNodes) and outputs (10), each in
   *   0..1
   */
  signals(inputs) {
    const checked = checkNumbers('inputs', inputs, PIXELS, INPUT_MIN, 1);
    const { hiddenNodes } = this;
    return this.#core.withMemory([PIXELS * 4, hiddenNodes * 4, DIGITS * 4], (from, hidden, outputs) => {
      this.#core.floats(from, PIXELS).set(checked);
      this.#core.call.glassbox_query(this.#live, from, hidden, outputs);
      return {
        hidden: this.#core.floats(hidden, hiddenNodes).slice(),
        outputs: this.#core.floats(outputs, DIGITS).slice(),
      };
    });
  }

  /**
   * One step of the notebook's train().
   *
   * @param {Float32Array} inputs 784 numbers, 0.01 to 1
   * @param {Float32Array} targets 10 numbers, 0 to 1
   */
  train(inputs, targets) {
    const checkedInputs = checkNumbers('inputs', inputs, PIXELS, INPUT_MIN, 1);
    const checkedTargets = checkNumbers('targets', targets, DIGITS, 0, 1);
    this.#core.withMemory([PIXELS * 4, DIGITS * 4], (from, wanted) => {
      this.#core.floats(from, PIXELS).set(checkedInputs);
      this.#core.floats(wanted, DIGITS).set(checkedTargets);
      this.#core.call.glassbox_train(this.#live, from, wanted);
    });
    this.#imagined = null;
  }

  /**
   * Runs the network backwards (src/imagine.h).
   *
   * @param {Float32Array} targets 10 numbers between 0 and 1, neither included
   * @returns {Float32Array} 784 inputs, 0.01 to 0.99
   */
  backquery(targets) {
    return this.backquerySteps(targets).inputs;
  }

  /**
   * A backquery with its steps.
   *
   * @param {Float32Array} targets 10 numbers between 0 and 1, neither included
   * @returns {{ logits: Float32Array, hiddenSums: Float32Array, hidden: Float32Array,
   *   sums: Float32Array, inputs: Float32Array }} logits of the targets (10); who^T . logits, and the
   *   same rescaled to 0.01..0.99 (hiddenNodes); wih^T . logit(hidden), and the same rescaled (784)
   */
  backquerySteps(targets) {
    return backquerySteps(this.#core, this.#live, targets);
  }

  /**
   * Changes a picture step by step so that the outputs come closer to the targets (src/imagine.h). Ten steps and
   * another ten equal twenty. A blank page, 0.01 everywhere, becomes a picture that a trained network recognises.
   *
   * @param {Float32Array} inputs 784 numbers, 0.01 to 1
   * @param {Float32Array} targets 10 numbers, 0 to 1
   * @param {{ steps?: number, stepSize?: number }} [pace] steps: default 100; stepSize: the largest change of a pixel
   *   if the answer is entirely wrong, default 0.1
   * @returns {Float32Array} 784 inputs, 0.01 to 1
   */
  ascend(inputs, targets, pace = {}) {
    return ascend(this.#core, this.#live, inputs, targets, pace);
  }

  /**
   * The picture that the network imagines for a digit, found by gradient ascent on a picture that is shaken meanwhile
   * (src/shaken.h). People can read it if the network was trained adversarially.
   *
   * @param {number} digit 0 to 9
   * @returns {Float32Array} 784 inputs, 0.01 to 1; the darkest is 1, unless no pixel makes a difference
   */
  imagine(digit) {
    checkWhole('digit', digit, 0, DIGITS - 1);
    const address = this.#live;
    if (this.#imagined) return this.#imagined.slice(digit * PIXELS, (digit + 1) * PIXELS);
    return imagine(this.#core, address, digit);
  }

  /**
   * What imagine() finds for the ten digits, a copy, where it is known and need not be found: of the network that comes
   * with the page, until its weights change.
   *
   * @returns {Float32Array<ArrayBuffer> | null} row-major (10, 784)
   */
  get imagined() {
    return this.#imagined?.slice() ?? null;
  }

  /** @param {Float32Array} pictures what imagine() finds, row-major (10, 784) */
  setImagined(pictures) {
    this.#imagined = checkNumbers('pictures', pictures, DIGITS * PIXELS, INPUT_MIN, 1);
  }

  /**
   * A foil: the picture nearest to another one that the network reads as a digit (src/foil.h). As in read(), the
   * highest output must be high enough.
   *
   * @param {Float32Array} inputs 784 numbers, 0.01 to 1
   * @param {number} digit 0 to 9; if it is the answer already, nothing changes
   * @returns {Float32Array | null} 784 inputs, 0.01 to 1; null: none was found
   */
  foil(inputs, digit) {
    return foil(this.#core, this.#live, inputs, digit);
  }

  /**
   * Reads a drawing.
   *
   * @param {import('../shared/checks.js').Stroke[]} strokes as glassbox.drawing() takes them
   * @returns {import('../shared/confidence.js').Prediction & { outputs: Float32Array } | null} null: there is no ink
   */
  read(strokes) {
    const drawn = draw(this.#core, strokes);
    if (!drawn) return null;
    const outputs = this.query(drawn.inputs);
    return { ...predict(outputs), outputs };
  }

  /** Weights from inputs to hidden nodes, a copy, row-major (hiddenNodes, 784). */
  get wih() {
    return this.weights.wih;
  }

  /** Weights from hidden nodes to outputs, a copy, row-major (10, hiddenNodes). */
  get who() {
    return this.weights.who;
  }

  /**
   * Copies of both.
   *
   * @returns {{ wih: Float32Array, who: Float32Array }}
   */
  get weights() {
    const hidden = this.hiddenNodes;
    const [wihLength, whoLength] = [hidden * PIXELS, DIGITS * hidden];
    return this.#core.withMemory([wihLength * 4, whoLength * 4], (wih, who) => {
      this.#core.call.glassbox_get_weights(this.#live, wih, who);
      return {
        wih: this.#core.floats(wih, wihLength).slice(),
        who: this.#core.floats(who, whoLength).slice(),
      };
    });
  }

  /**
   * A copy with its own memory, which trains exactly as this one would. The caller frees it.
   *
   * @returns {Network}
   */
  copy() {
    const address = this.#core.call.glassbox_network_copy(this.#live);
    if (address === 0) throw outOfMemory();
    return new Network(this.#core, address);
  }

  /**
   * Sets all weights. Their number determines the number of hidden nodes.
   *
   * @param {{ wih: Float32Array, who: Float32Array }} weights row-major (n, 784) and (10, n)
   */
  setWeights(weights) {
    checkObject('weights', weights, ['wih', 'who']);
    const { wih, who } = weights;
    const length = Object(who).length;
    const hidden = checkWhole('the number of hidden nodes (who.length / 10)', length / DIGITS, 1, HIDDEN_MAX);
    const largest = 3.4e38;
    const checkedWih = checkNumbers('wih', wih, hidden * PIXELS, -largest, largest);
    const checkedWho = checkNumbers('who', who, DIGITS * hidden, -largest, largest);
    this.#core.withMemory([checkedWih.byteLength, checkedWho.byteLength], (wihAddress, whoAddress) => {
      this.#core.floats(wihAddress, checkedWih.length).set(checkedWih);
      this.#core.floats(whoAddress, checkedWho.length).set(checkedWho);
      const done = this.#core.call.glassbox_set_weights(this.#live, hidden, wihAddress, whoAddress);
      if (!done) throw outOfMemory();
    });
    this.#imagined = null;
  }

  /**
   * The network as numbers, for a copy of it in another thread, which answers with the same bits.
   *
   * @returns {Float32Array<ArrayBuffer>} for unpack() only: they depend on the version
   */
  pack() {
    const count = this.#core.call.glassbox_packed_count(this.#live);
    return this.#core.withMemory([count * 4], (address) => {
      this.#core.call.glassbox_pack(this.#live, address);
      return this.#core.floats(address, count).slice();
    });
  }

  /** Becomes a copy of another network. @param {Float32Array} numbers that pack() gave */
  unpack(numbers) {
    const { length } = numbers;
    this.#core.withMemory([length * 4], (address) => {
      this.#core.floats(address, length).set(numbers);
      const status = this.#core.call.glassbox_unpack(this.#live, address, length);
      if (status === NOT_PACKED) throw codedError(RangeError, 'takes-packed-network', { name: 'numbers' });
      if (status === NO_MEMORY) throw outOfMemory();
    });
    this.#imagined = null;
  }

  /**
   * The network as a file: an .npz that numpy.load reads, single precision.
   *
   * @param {object} [settings] where it comes from, stored beside it in JSON
   * @returns {Uint8Array<ArrayBuffer>} with the arrays wih (hiddenNodes, 784), who (10, hiddenNodes) and settings
   */
  save(settings = {}) {
    const about = { shape: [], data: JSON.stringify(settings) };
    return writeNpz({ ...arraysOf(this.weights), settings: about }, '<f4');
  }

  /** Frees its memory. The network of a run is freed with the run. */
  free() {
    if (this.#owner) throw codedError(Error, `network-of-${this.#owner.name}`);
    this.#core.call.glassbox_network_destroy(this.#live);
    this.#address = 0;
  }
}
