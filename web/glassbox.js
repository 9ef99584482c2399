/**
 * The C core for JavaScript: in Node, in a page, in a worker.
 */

import { CsvError } from './core/csv-error.js';
import { CsvParser } from './core/csv-parser.js';
import { splitDigits } from './core/digits.js';
import { draw, drawRaw, drawStages } from './core/drawing.js';
import { evaluate } from './core/evaluate.js';
import { Core, outOfMemory } from './core/memory.js';
import { Network } from './core/network.js';
import { weightsIn } from './core/network-file.js';
import { NpzError } from './core/npy.js';
import { readNpz } from './core/npz.js';
import { Records } from './core/records.js';
import { Run } from './core/run.js';
import { checkSupport } from './core/support.js';
import { Trainer } from './core/trainer.js';
import {
  checkBytes,
  checkFinite,
  checkNumbers,
  checkObject,
  checkStrokes,
  typeName,
} from './shared/checks.js';
import { codedError } from './shared/errors.js';
import { checkSetting, RECIPES } from './shared/settings.js';
import { DIGITS, INPUT_MIN, PIXELS, SIDE } from './shared/shape.js';

export { CsvError, Network, NpzError, Records, Run, Trainer };

/** @typedef {import('./shared/settings.js').Settings} Settings */
/** @typedef {import('./core/records.js').Kind} Kind */
/** @typedef {import('./core/inspection.js').Correction} Correction */

const NETWORK_SETTINGS = /** @type {const} */ ([
  'hiddenNodes',
  'learningRate',
  'crossEntropy',
  'adversarial',
  'decay',
  'seed',
]);

/** @typedef {import('./core/drawing.js').Drawn} Drawn */
/** @typedef {import('./shared/checks.js').Stroke} Stroke */

export class Glassbox {
  #core;

  /** @param {Core} core @param {WebAssembly.Module} module */
  constructor(core, module) {
    this.#core = core;
    /** For another thread to load. */
    this.module = module;
  }

  /** Bytes that the module's memory takes. */
  get memoryBytes() {
    return this.#core.memory.buffer.byteLength;
  }

  /**
   * A network with random starting weights.
   *
   * @param {Partial<Pick<Settings, typeof NETWORK_SETTINGS[number]>>} [settings] default: the notebook's
   */
  network(settings = {}) {
    const names = NETWORK_SETTINGS;
    checkObject('settings', settings, names);
    const all = { ...RECIPES.notebook.settings, ...settings };
    const numbers = names.map((name) => checkSetting(name, all[name]));
    const address = this.#core.call.glassbox_network_create(...numbers);
    if (address === 0) throw outOfMemory();
    return new Network(this.#core, address);
  }

  /**
   * The trained network that comes with the page (`make model`), with the pictures that it imagines.
   *
   * @param {{ model?: BufferSource | Response | URL }} [source] default: the file beside this one
   * @returns {Promise<Network>}
   * @throws {NpzError} the file is damaged
   */
  async pretrained({ model = new URL('./model.npz', import.meta.url) } = {}) {
    const arrays = await readNpz(await loadBytes('model', model));
    const network = this.#networkOf(arrays);
    const pictures = arrays.imagined?.data;
    if (pictures instanceof Float32Array) network.setImagined(pictures);
    return network;
  }

  /**
   * A network from a file.
   *
   * @param {Uint8Array} bytes an .npz of numpy, compressed or not, in any precision and order, with arrays wih (n, 784)
   *   and who (10, n), or with two that are known by their shapes, also transposed
   * @returns {Promise<Network>}
   * @throws {NpzError} it is damaged, or no such network
   */
  async open(bytes) {
    checkBytes('bytes', bytes);
    return this.#networkOf(await readNpz(bytes));
  }

  /** @param {Awaited<ReturnType<typeof readNpz>>} arrays */
  #networkOf(arrays) {
    const weights = weightsIn(arrays);
    const network = this.network({ hiddenNodes: 1 });
    try {
      network.setWeights(weights);
    } catch (error) {
      network.free();
      throw error;
    }
    return network;
  }

  /** A parser for a CSV file of records. The caller frees it. */
  csvParser() {
    return new CsvParser(this.#core);
  }

  /** An empty set of records, for runs and evaluations to share. */
  records() {
    return new Records(this.#core);
  }

  /**
   * A training run at its start.
   *
   * @param {Records} records that it trains on; they must not be freed before it
   * @param {Settings} settings all of them, as recipeSettings() in settings.js gives them
   */
  run(records, settings) {
    return new Run(this.#core, records, settings);
  }

  /**
   * Asks a network about the test records, or about those from..to - 1 of them.
   *
   * @param {Network} network
   * @param {Records} records
   * @param {{ from?: number, to?: number }} [part] default: all of them
   */
  evaluate(network, records, part = {}) {
    return evaluate(this.#core, network, records, part);
  }

  /**
   * A training run at its start, with records of its own.
   *
   * @param {Partial<Settings> & { recipe?: string }} [settings]
   */
  trainer(settings = {}) {
    return new Trainer(this.#core, settings);
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
    return this.#core.withMemory([PIXELS * 4, PIXELS * 4], (from, to) => {
      this.#core.floats(from, PIXELS).set(checked);
      this.#core.call.glassbox_rotate(from, degrees, to);
      return this.#core.floats(to, PIXELS).slice();
    });
  }

  /**
   * An MNIST-like picture of pen strokes (src/image.h).
   *
   * @param {Stroke[]} strokes [[[x, y], ...], ...], y down, any unit; or packed, each a Float64Array x, y, x, y, ...
   * @returns {Drawn | null} null where there is no ink
   */
  drawing(strokes) {
    return draw(this.#core, strokes);
  }

  /**
   * drawing() with two stages on the way: the strokes in the box of 20 x 20 pixels that they are fitted to, drawn thin,
   * and at MNIST's stroke width.
   *
   * @param {Stroke[]} strokes as in drawing()
   * @returns {Drawn & { thin: Uint8Array, inked: Uint8Array } | null} thin, inked: 20 x 20, row by row, greys 0..255
   */
  drawingStages(strokes) {
    return drawStages(this.#core, strokes);
  }

  /**
   * The digits of a drawing, for drawing() to take one by one (core/digits.js).
   *
   * @template {Stroke} S
   * @param {S[]} strokes as in drawing()
   * @returns {S[][]} the strokes of each digit, from left to right, without stray dots; they are the very arrays that
   *   were given
   */
  digits(strokes) {
    return splitDigits(checkStrokes(strokes)).map((digit) => digit.map((index) => strokes[index]));
  }

  /**
   * The whole frame of a drawing, scaled down to 28 x 28.
   *
   * @param {Stroke[]} strokes as in drawing(); ink outside the frame is cut off
   * @param {{ width: number, height: number, pen: number }} frame its size, with 0, 0 at the upper left, and the width
   *   of the pen; in the strokes' unit
   * @returns {Drawn | null} null where there is no ink
   */
  rawDrawing(strokes, frame) {
    return drawRaw(this.#core, strokes, frame);
  }
}

/**
 * Loads the module.
 *
 * @param {{ wasm?: BufferSource | Response | URL | WebAssembly.Module }} [source] default: the file beside this one;
 *   a module: that of another Glassbox, which may be another thread's
 * @returns {Promise<Glassbox>}
 */
export async function loadGlassbox({ wasm = new URL('./wasm/glassbox.wasm', import.meta.url) } = {}) {
  checkSupport();
  const module = wasm instanceof WebAssembly.Module ? wasm : await compiled(await loadBytes('wasm', wasm));
  const instance = await WebAssembly.instantiate(module, {
    // Views are made at each use, so nothing has to be done when the memory grows.
    env: { emscripten_notify_memory_growth() {} },
  });
  // A module without main() sets up its memory here.
  /** @type {() => void} */ (instance.exports._initialize)();
  return new Glassbox(new Core(instance.exports), module);
}

/** @param {BufferSource} bytes */
const compiled = (bytes) =>
  WebAssembly.compile(bytes).catch((error) => {
    // The engine's own message stays, for developers.
    const refused = error instanceof WebAssembly.CompileError;
    throw refused ? Object.assign(error, { code: 'wasm-refused', parameters: {} }) : error;
  });

/**
 * @param {string} name of the argument
 * @param {BufferSource | Response | URL} source
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function loadBytes(name, source) {
  if (source instanceof URL && source.protocol === 'file:') {
    // Node's fetch does not take file: addresses.
    const { readFile } = await import('node:fs/promises');
    return new Uint8Array(await readFile(source));
  }
  if (ArrayBuffer.isView(source)) {
    return new Uint8Array(/** @type {ArrayBuffer} */ (source.buffer), source.byteOffset, source.byteLength);
  }
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (!(source instanceof URL) && !(source instanceof Response)) {
    throw codedError(TypeError, 'takes-source', { name, got: typeName(source) });
  }
  const response = source instanceof URL ? await fetch(source).catch(unreachable) : source;
  if (!response.ok) {
    throw codedError(Error, 'server-answered', { url: response.url, status: response.status });
  }
  const bytes = new Uint8Array(await response.arrayBuffer().catch(unreachable));
  // As networks do where one has to log in, and servers where they have nothing.
  if (/^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 99))))
    throw codedError(Error, 'file-sent-web-page');
  return bytes;
}

/** @returns {never} */
function unreachable() {
  throw codedError(Error, 'file-unreachable');
}

export { DIGITS, PIXELS, SIDE };
