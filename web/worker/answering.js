/** @typedef {import('../glassbox.js').Network} Network */
/**
 * The network that answers the page's questions about a run.
 *
 * @typedef {object} Answering
 * @property {'bundled' | 'run' | 'snapshot' | 'file'} kind bundled: comes with the page; run: the run's current
 *   network; snapshot: an earlier one of the run; file: loaded by the visitor
 * @property {string} [run] the run's id, if the network is the run's
 * @property {number} [step] of a snapshot
 * @property {string} [file] the name of the file that it was loaded from
 * @property {boolean} isTrained whether it has learned anything
 * @property {number} hiddenNodes
 */

/**
 * Decides which network answers, and tells the page when that changes: the snapshot being viewed or the network from a
 * file, if any; else the run's network; until the run's first step, the bundled network.
 */
export class AnsweringNetwork {
  #id;
  #run;
  #bundled;
  #tell;
  /** @type {import('./snapshots.js').Snapshot | null} */
  #snapshot = null;
  /** @type {{ file: string, network: Network } | null} */
  #opened = null;
  /** How often it has been chosen what answers. */
  #choices = 0;
  /** The last Answering that the page was told, as JSON. */
  #told = '';
  /**
   * The latest copy of the weights.
   *
   * @type {{ network: Network, step: number, weights: { wih: Float32Array, who: Float32Array } } | null}
   */
  #copied = null;

  /**
   * @param {string} id of the run
   * @param {import('../glassbox.js').Run} run
   * @param {Network | null} bundled the network that comes with the page
   * @param {import('./messages.js').TellOfRun} tell
   */
  constructor(id, run, bundled, tell) {
    this.#id = id;
    this.#run = run;
    this.#bundled = bundled;
    this.#tell = tell;
  }

  /** @returns {Answering['kind']} */
  get kind() {
    if (this.#snapshot) return 'snapshot';
    if (this.#opened) return 'file';
    return this.#bundled && this.#run.progress.step === 0 ? 'bundled' : 'run';
  }

  /** @returns {Network} */
  get network() {
    const networks = {
      bundled: this.#bundled,
      run: this.#run.network,
      snapshot: this.#snapshot?.network,
      file: this.#opened?.network,
    };
    return /** @type {Network} */ (networks[this.kind]);
  }

  /** The step of the run that its network belongs to. */
  get step() {
    return this.#snapshot?.step ?? this.#run.progress.step;
  }

  /** The network's weights. They are copied only once per step. */
  get weights() {
    const { network, step } = this;
    if (this.#copied?.network !== network || this.#copied.step !== step) {
      this.#copied = { network, step, weights: network.weights };
    }
    return this.#copied.weights;
  }

  /** @param {import('./snapshots.js').Snapshot | null} snapshot answers from now on; null: no snapshot, and no file */
  view(snapshot) {
    this.#choices++;
    this.#opened?.network.free();
    this.#opened = null;
    this.#snapshot = snapshot;
    this.tellChange();
  }

  /**
   * A network from a file answers as soon as it has been read, unless something else has been chosen meanwhile.
   *
   * @param {string} file its name
   * @param {Promise<Network>} reading of what is to be freed here
   * @returns {Promise<boolean>} whether it answers
   */
  async open(file, reading) {
    const choice = ++this.#choices;
    const network = await reading;
    if (choice !== this.#choices) {
      network.free();
      return false;
    }
    this.view(null);
    this.#opened = { file, network };
    this.tellChange();
    return true;
  }

  /** To be called when the run starts again. */
  reset() {
    this.#copied = null;
    this.#told = '';
    this.view(null);
  }

  /** Tells the page which network answers, if that has changed. */
  tellChange() {
    const { kind, network, step } = this;
    /** @type {Answering} */
    const answering = {
      kind,
      isTrained: kind === 'bundled' || kind === 'file' || step > 0,
      hiddenNodes: network.hiddenNodes,
    };
    if (kind === 'run' || kind === 'snapshot') answering.run = this.#id;
    if (kind === 'file') answering.file = this.#opened?.file;
    if (kind === 'snapshot') answering.step = step;
    const json = JSON.stringify(answering);
    if (json === this.#told) return;
    this.#told = json;
    this.#tell({ about: 'answering', answering });
  }
}
