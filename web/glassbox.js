/**
 * The C core for JavaScript: in Node, in a page, in a worker. The only file that knows addresses in
 * the module's memory; what it takes is checked, what it returns is a copy.
 */
import {
  checkFinite,
  checkFrame,
  checkNumbers,
  checkObject,
  checkStrokes,
  checkWhole,
  typeName,
} from './checks.js';
import { CsvError } from './csv-error.js';
import { NpzError, readNpz } from './npz.js';
import { checkSetting, RECIPES, recipeSettings, SETTINGS } from './settings.js';
import { BOX_PIXELS, DIGITS, HIDDEN_MAX, PIXELS, RECORDS_MAX, SIDE } from './shape.js';

export { CsvError };

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {'train' | 'test'} Kind */

/**
 * @typedef {object} Drawn 28 x 28, row by row
 * @property {Uint8Array} pixels greys 0..255
 * @property {Float32Array} inputs the same as inputs 0.01..1
 */

const KINDS = ['train', 'test'];

/** trainer_status of src/trainer.h. */
const BAD_CSV = 1;
const NO_MEMORY = 2;
const TOO_MANY = 3;

/** Bytes of a file that are copied into the module at a time. */
const WRITE_BLOCK = 1 << 18;

/** Inputs as single precision has them: 0.01 there is a little below 0.01. */
const INPUT_MIN = Math.fround(0.01);

/** The numbers of single precision next to 0 and 1. */
const TARGET_MIN = 2 ** -126;
const TARGET_MAX = 1 - 2 ** -24;

/** The module's functions and memory. */
class Core {
  /** @param {WebAssembly.Exports} exports */
  constructor(exports) {
    this.call = /** @type {Record<string, (...args: number[]) => number>} */ (exports);
    this.memory = /** @type {WebAssembly.Memory} */ (exports.memory);
  }

  /**
   * Views are made where they are used: growing the memory detaches older ones.
   *
   * @param {number} address
   * @param {number} length
   */
  floats(address, length) {
    return new Float32Array(this.memory.buffer, address, length);
  }

  /** @param {number} address @param {number} length */
  words(address, length) {
    return new Uint32Array(this.memory.buffer, address, length);
  }

  /** @param {number} address @param {number} length */
  bytes(address, length) {
    return new Uint8Array(this.memory.buffer, address, length);
  }

  /**
   * Lends blocks of memory for the length of one call.
   *
   * @template T
   * @param {number[]} sizes in bytes
   * @param {(...addresses: number[]) => T} use
   * @returns {T}
   */
  lend(sizes, use) {
    const starts = [];
    let total = 0;
    for (const size of sizes) {
      starts.push(total);
      total += Math.ceil(size / 16) * 16;
    }
    const address = this.call.glassbox_take_memory(total);
    if (address === 0) throw outOfMemory();
    try {
      return use(...starts.map((start) => address + start));
    } finally {
      this.call.glassbox_give_memory(address);
    }
  }
}

function outOfMemory() {
  return new Error('out of memory: the module can hold no more');
}

/** A network of 784 inputs, some hidden nodes and 10 outputs. */
export class Network {
  #core;
  #address;
  #trainerAddress;

  /**
   * @param {Core} core
   * @param {number} address
   * @param {() => number} [trainerAddress] of the trainer it belongs to; throws once that was freed
   */
  constructor(core, address, trainerAddress) {
    this.#core = core;
    this.#address = address;
    this.#trainerAddress = trainerAddress;
  }

  get #live() {
    this.#trainerAddress?.();
    if (this.#address === 0) throw new Error('this network was freed');
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
    const checked = checkNumbers('inputs', inputs, PIXELS, INPUT_MIN, 1);
    return this.#core.lend([PIXELS * 4, DIGITS * 4], (from, to) => {
      this.#core.floats(from, PIXELS).set(checked);
      this.#core.call.glassbox_query(this.#live, from, to);
      return this.#core.floats(to, DIGITS).slice();
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
    this.#core.lend([PIXELS * 4, DIGITS * 4], (from, wanted) => {
      this.#core.floats(from, PIXELS).set(checkedInputs);
      this.#core.floats(wanted, DIGITS).set(checkedTargets);
      this.#core.call.glassbox_train(this.#live, from, wanted);
    });
  }

  /**
   * Runs the network backwards (src/network.h).
   *
   * @param {Float32Array} targets 10 numbers between 0 and 1, neither included
   * @returns {Float32Array} 784 inputs, 0.01 to 0.99
   */
  backquery(targets) {
    const checked = checkNumbers('targets', targets, DIGITS, TARGET_MIN, TARGET_MAX);
    return this.#core.lend([DIGITS * 4, PIXELS * 4], (from, to) => {
      this.#core.floats(from, DIGITS).set(checked);
      this.#core.call.glassbox_backquery(this.#live, from, to);
      return this.#core.floats(to, PIXELS).slice();
    });
  }

  /** Weights from inputs to hidden nodes, a copy, row-major (hiddenNodes, 784). */
  get wih() {
    return this.#weights().wih;
  }

  /** Weights from hidden nodes to outputs, a copy, row-major (10, hiddenNodes). */
  get who() {
    return this.#weights().who;
  }

  #weights() {
    const hidden = this.hiddenNodes;
    const [wihLength, whoLength] = [hidden * PIXELS, DIGITS * hidden];
    return this.#core.lend([wihLength * 4, whoLength * 4], (wih, who) => {
      this.#core.call.glassbox_get_weights(this.#live, wih, who);
      return {
        wih: this.#core.floats(wih, wihLength).slice(),
        who: this.#core.floats(who, whoLength).slice(),
      };
    });
  }

  /**
   * Takes weights over, for as many hidden nodes as they are made for.
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
    this.#core.lend([checkedWih.byteLength, checkedWho.byteLength], (wihAddress, whoAddress) => {
      this.#core.floats(wihAddress, checkedWih.length).set(checkedWih);
      this.#core.floats(whoAddress, checkedWho.length).set(checkedWho);
      const done = this.#core.call.glassbox_set_weights(this.#live, hidden, wihAddress, whoAddress);
      if (!done) throw outOfMemory();
    });
  }

  /** Gives its memory back. A trainer's network goes with the trainer. */
  free() {
    if (this.#trainerAddress) throw new Error('this network belongs to its trainer: free the trainer');
    this.#core.call.glassbox_network_unmake(this.#live);
    this.#address = 0;
  }
}

/** A training run and its records (src/trainer.h). */
export class Trainer {
  #core;
  #address;
  /** The network being trained. */
  network;

  /** @param {Core} core @param {Settings} settings */
  constructor(core, settings) {
    this.#core = core;
    this.#address = core.call.glassbox_trainer_make(...inOrder(settings));
    if (this.#address === 0) throw outOfMemory();
    const address = core.call.glassbox_trainer_network(this.#address);
    this.network = new Network(core, address, () => this.#live);
  }

  get #live() {
    if (this.#address === 0) throw new Error('this trainer was freed');
    return this.#address;
  }

  /**
   * A new run on the same records. What the settings leave out is the recipe's, as in trainer().
   *
   * @param {Partial<Settings> & { recipe?: string }} settings
   */
  reset(settings = {}) {
    const chosen = chosenSettings(settings);
    if (!this.#core.call.glassbox_trainer_reset(this.#live, ...inOrder(chosen))) throw outOfMemory();
  }

  /**
   * Takes the next bytes of a CSV file, cut anywhere. The first bytes after end() or an error start
   * a new file, which replaces the one before when it has ended well.
   *
   * @param {Kind} kind
   * @param {Uint8Array} bytes
   * @returns {number} records so far
   * @throws {CsvError} the file is dropped; what was loaded before stays
   */
  write(kind, bytes) {
    const index = kindIndex(kind);
    if (!(bytes instanceof Uint8Array)) {
      throw new TypeError(`bytes takes a Uint8Array, not ${typeName(bytes)}`);
    }
    this.#core.lend([Math.min(bytes.length, WRITE_BLOCK)], (address) => {
      for (let start = 0; start < bytes.length; start += WRITE_BLOCK) {
        const block = bytes.subarray(start, start + WRITE_BLOCK);
        this.#core.bytes(address, block.length).set(block);
        this.#check(index, this.#core.call.glassbox_write(this.#live, index, address, block.length));
      }
    });
    return this.#core.call.glassbox_records_read(this.#live, index);
  }

  /**
   * The file is complete (its last line may lack the newline).
   *
   * @param {Kind} kind
   * @returns {number} its records
   * @throws {CsvError} as write
   */
  end(kind) {
    const index = kindIndex(kind);
    this.#check(index, this.#core.call.glassbox_end(this.#live, index));
    return this.#core.call.glassbox_records_read(this.#live, index);
  }

  /**
   * The file will not be completed: drops what has arrived of it.
   *
   * @param {Kind} kind
   */
  abandon(kind) {
    this.#core.call.glassbox_abandon(this.#live, kindIndex(kind));
  }

  /**
   * @param {Kind} kind
   * @returns {number} records there are to train on or test with; training ones while they arrive
   */
  records(kind) {
    return this.#core.call.glassbox_records_ready(this.#live, kindIndex(kind));
  }

  /** @param {number} index @param {number} status */
  #check(index, status) {
    if (status === NO_MEMORY) throw outOfMemory();
    if (status === TOO_MANY) throw new RangeError(`the file holds more than ${RECORDS_MAX} records`);
    if (status !== BAD_CSV) return;
    this.#core.lend([16], (address) => {
      this.#core.call.glassbox_csv_error(this.#live, index, address);
      const [reason, row, column, found] = this.#core.words(address, 4);
      throw new CsvError(reason, row, column, found);
    });
  }

  /**
   * Trains: at most so many steps, fewer where the run is done or waits for records.
   *
   * @param {{ samples: number }} amount
   * @returns {{ epoch: number, step: number, steps: number, done: boolean }} epochs finished, steps
   *   done, steps of the whole run (as far as records have arrived), whether the run is done
   */
  run(amount) {
    checkObject('amount', amount, ['samples']);
    const { samples } = amount;
    this.#core.call.glassbox_run(this.#live, checkWhole('samples', samples, 0, 2 ** 31 - 1));
    return this.progress;
  }

  get progress() {
    return this.#core.lend([16], (address) => {
      this.#core.call.glassbox_progress(this.#live, address);
      const [epoch, step, steps, done] = this.#core.words(address, 4);
      return { epoch, step, steps, done: done === 1 };
    });
  }

  /**
   * Asks the network about the test records, or about those from..to - 1 of them.
   *
   * @param {{ from?: number, to?: number }} [part]
   * @returns {{ accuracy: number, correct: number, total: number, confusion: Uint32Array }}
   *   confusion[10 * label + answer] counts records
   */
  test(part = {}) {
    const count = this.records('test');
    if (count === 0) throw new Error("there are no test records: write('test', bytes), then end('test')");
    const to = checkWhole('to', part.to ?? count, 1, count);
    const from = checkWhole('from', part.from ?? 0, 0, to - 1);
    const confusion = this.#core.lend([DIGITS * DIGITS * 4], (address) => {
      this.#core.words(address, DIGITS * DIGITS).fill(0);
      this.#core.call.glassbox_test(this.#live, from, to, address);
      return this.#core.words(address, DIGITS * DIGITS).slice();
    });
    let correct = 0;
    for (let digit = 0; digit < DIGITS; digit++) correct += confusion[DIGITS * digit + digit];
    return { accuracy: correct / (to - from), correct, total: to - from, confusion };
  }

  /** Gives the memory of records and network back. */
  free() {
    this.#core.call.glassbox_trainer_unmake(this.#live);
    this.#address = 0;
  }
}

/** @param {Partial<Settings> & { recipe?: string }} settings */
function chosenSettings(settings) {
  checkObject('settings', settings, [...SETTINGS.map(({ name }) => name), 'recipe']);
  const { recipe = 'notebook', ...changes } = settings;
  return recipeSettings(recipe, changes);
}

/** @param {Settings} settings @returns {number[]} as the core takes them */
function inOrder(settings) {
  return SETTINGS.map(({ name }) => settings[name]);
}

/** @param {Kind} kind */
function kindIndex(kind) {
  const index = KINDS.indexOf(kind);
  if (index < 0) throw new RangeError(`kind takes 'train' or 'test', not ${String(kind)}`);
  return index;
}

export class Glassbox {
  #core;

  /** @param {Core} core */
  constructor(core) {
    this.#core = core;
  }

  /** Bytes that the module's memory takes. */
  get memoryBytes() {
    return this.#core.memory.buffer.byteLength;
  }

  /**
   * A network with random starting weights.
   *
   * @param {{ hiddenNodes?: number, learningRate?: number, seed?: number }} [settings]
   */
  network(settings = {}) {
    checkObject('settings', settings, ['hiddenNodes', 'learningRate', 'seed']);
    const { hiddenNodes, learningRate, seed } = { ...RECIPES.notebook.settings, ...settings };
    const address = this.#core.call.glassbox_network_make(
      checkSetting('hiddenNodes', hiddenNodes),
      checkSetting('learningRate', learningRate),
      checkSetting('seed', seed),
    );
    if (address === 0) throw outOfMemory();
    return new Network(this.#core, address);
  }

  /**
   * The trained network that comes with the page (`make model`).
   *
   * @param {{ model?: BufferSource | Response | URL }} [source] default: the file beside this one
   * @returns {Promise<Network>}
   * @throws {NpzError} the file is damaged
   */
  async pretrained({ model = new URL('./model.npz', import.meta.url) } = {}) {
    const { wih, who } = readNpz(await loadBytes(model));
    if (!wih || !who) throw new NpzError('a network has arrays wih and who');
    const network = this.network({ hiddenNodes: 1 });
    network.setWeights({
      wih: /** @type {Float32Array} */ (wih.data),
      who: /** @type {Float32Array} */ (who.data),
    });
    return network;
  }

  /**
   * A training run at its start.
   *
   * @param {Partial<Settings> & { recipe?: string }} [settings]
   */
  trainer(settings = {}) {
    return new Trainer(this.#core, chosenSettings(settings));
  }

  /**
   * As scipy.ndimage.rotate(inputs.reshape(28, 28), degrees, cval=0.01, order=1, reshape=False).
   *
   * @param {Float32Array} inputs 784 numbers, 0.01 to 1
   * @param {number} degrees
   * @returns {Float32Array} 784 inputs
   */
  rotate(inputs, degrees) {
    const checked = checkNumbers('inputs', inputs, PIXELS, INPUT_MIN, 1);
    checkFinite('degrees', degrees);
    return this.#core.lend([PIXELS * 4, PIXELS * 4], (from, to) => {
      this.#core.floats(from, PIXELS).set(checked);
      this.#core.call.glassbox_rotate(from, degrees, to);
      return this.#core.floats(to, PIXELS).slice();
    });
  }

  /**
   * An MNIST-like picture of pen strokes (src/image.h).
   *
   * @param {number[][][]} strokes [[[x, y], ...], ...], y down, any unit
   * @returns {Drawn | null} null where there is no ink
   */
  drawing(strokes) {
    const sizes = [PIXELS, PIXELS * 4];
    return this.#draw(strokes, sizes, (points, lengths, count, pixels, inputs) => {
      const inked = this.#core.call.glassbox_drawing(points, lengths, count, pixels, inputs);
      return inked ? this.#drawn(pixels, inputs) : null;
    });
  }

  /**
   * Steps on the way to drawing(): the strokes in the box of 20 x 20 pixels that they are fitted to,
   * thin, and inked at MNIST's stroke width.
   *
   * @param {number[][][]} strokes as in drawing()
   * @returns {{ thin: Uint8Array, inked: Uint8Array } | null} 20 x 20, row by row: greys 0..255
   */
  drawingBox(strokes) {
    const sizes = [BOX_PIXELS, BOX_PIXELS];
    return this.#draw(strokes, sizes, (points, lengths, count, thin, inked) => {
      const any = this.#core.call.glassbox_drawing_box(points, lengths, count, thin, inked);
      if (!any) return null;
      const copy = (/** @type {number} */ address) => this.#core.bytes(address, BOX_PIXELS).slice();
      return { thin: copy(thin), inked: copy(inked) };
    });
  }

  /**
   * The strokes as they lie in what they were drawn in, all of it made as small as 28 x 28.
   *
   * @param {number[][][]} strokes as in drawing(); what lies outside of the frame is cut off
   * @param {{ width: number, height: number, pen: number }} frame from 0, 0 at the upper left; width
   *   of the pen; in the strokes' unit
   * @returns {Drawn | null} null where there is no ink
   */
  rawDrawing(strokes, frame) {
    const measures = checkFrame(frame);
    const sizes = [PIXELS, PIXELS * 4];
    return this.#draw(strokes, sizes, (points, lengths, count, pixels, inputs) => {
      const { glassbox_raw_drawing } = this.#core.call;
      const inked = glassbox_raw_drawing(points, lengths, count, ...measures, pixels, inputs);
      return inked ? this.#drawn(pixels, inputs) : null;
    });
  }

  /**
   * Lends the core pen strokes, and room for what it makes of them.
   *
   * @template T
   * @param {number[][][]} strokes
   * @param {number[]} sizes of that room, in bytes
   * @param {(points: number, lengths: number, count: number, ...room: number[]) => T} use
   * @returns {T}
   */
  #draw(strokes, sizes, use) {
    const { points, lengths } = checkStrokes(strokes);
    const all = [points.length * 8, lengths.length * 4, ...sizes];
    return this.#core.lend(all, (pointsAddress, lengthsAddress, ...room) => {
      new Float64Array(this.#core.memory.buffer, pointsAddress, points.length).set(points);
      this.#core.words(lengthsAddress, lengths.length).set(lengths);
      return use(pointsAddress, lengthsAddress, lengths.length, ...room);
    });
  }

  /** @param {number} pixels @param {number} inputs addresses @returns {Drawn} */
  #drawn(pixels, inputs) {
    return {
      pixels: this.#core.bytes(pixels, PIXELS).slice(),
      inputs: this.#core.floats(inputs, PIXELS).slice(),
    };
  }
}

/**
 * Loads the module.
 *
 * @param {{ wasm?: BufferSource | Response | URL }} [source] default: the file beside this one
 * @returns {Promise<Glassbox>}
 */
export async function loadGlassbox({ wasm = new URL('./wasm/glassbox.wasm', import.meta.url) } = {}) {
  const bytes = await loadBytes(wasm);
  const { instance } = await WebAssembly.instantiate(bytes, {
    // Views are made afresh at each use, so there is nothing to do when the memory has grown.
    env: { emscripten_notify_memory_growth() {} },
  });
  // A module without main() sets up its memory here.
  /** @type {() => void} */ (instance.exports._initialize)();
  return new Glassbox(new Core(instance.exports));
}

/** @param {BufferSource | Response | URL} source @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function loadBytes(source) {
  if (source instanceof URL && source.protocol === 'file:') {
    // Node's fetch takes no file: addresses.
    const { readFile } = await import('node:fs/promises');
    return new Uint8Array(await readFile(source));
  }
  if (ArrayBuffer.isView(source)) {
    return new Uint8Array(/** @type {ArrayBuffer} */ (source.buffer), source.byteOffset, source.byteLength);
  }
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (!(source instanceof URL) && !(source instanceof Response)) {
    throw new TypeError(`a file takes a buffer source, a Response or a URL, not ${typeName(source)}`);
  }
  const response = source instanceof URL ? await fetch(source) : source;
  if (!response.ok) throw new Error(`${response.url}: the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export { DIGITS, PIXELS, SIDE };
