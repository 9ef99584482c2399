/** @typedef {import('../glassbox.js').Network} Network */
/**
 * Which network answers for a run.
 *
 * @typedef {object} Answering
 * @property {'bundled' | 'run' | 'snapshot' | 'file'} kind the one that comes with the page; the run's, as it is
 *   now; the run's, as it was at an earlier step; one from a file of the visitor's
 * @property {string} [run] id of the run that it belongs to
 * @property {number} [step] of a snapshot
 * @property {boolean} isTrained whether it has learned anything
 * @property {number} hiddenNodes
 */

/**
 * Decides which network answers, and tells whenever that changes. It is the snapshot being viewed, if there is
 * one. Otherwise it is the network that comes with the page until the run has made a step, and then the run's.
 */
export class AnsweringNetwork {
  #id;
  #run;
  #bundled;
  #tell;
  /** @type {import('./snapshots.js').Snapshot | null} */
  #snapshot = null;
  /** What was told last, as JSON. */
  #told = '';
  /**
   * The weights that were copied last.
   *
   * @type {{ network: Network, step: number, weights: { wih: Float32Array, who: Float32Array } } | null}
   */
  #copied = null;

  /**
   * @param {string} id of the run
   * @param {import('../glassbox.js').Run} run
   * @param {Network | null} bundled comes with the page
   * @param {import('./messages.js').TellOfRun} tell
   */
  constructor(id, run, bundled, tell) {
    this.#id = id;
    this.#run = run;
    this.#bundled = bundled;
    this.#tell = tell;
  }

  /** @returns {'bundled' | 'run' | 'snapshot'} */
  get kind() {
    if (this.#snapshot) return 'snapshot';
    return this.#bundled && this.#run.progress.step === 0 ? 'bundled' : 'run';
  }

  /** @returns {Network} */
  get network() {
    const networks = { bundled: this.#bundled, run: this.#run.network, snapshot: this.#snapshot?.network };
    return /** @type {Network} */ (networks[this.kind]);
  }

  /** The step of the run that its network belongs to. */
  get step() {
    return this.#snapshot?.step ?? this.#run.progress.step;
  }

  /** The network's weights, copied only once per step, however many questions need them. */
  get weights() {
    const { network, step } = this;
    if (this.#copied?.network !== network || this.#copied.step !== step) {
      this.#copied = { network, step, weights: network.weights };
    }
    return this.#copied.weights;
  }

  /** @param {import('./snapshots.js').Snapshot | null} snapshot to answer from now on; null: none */
  view(snapshot) {
    this.#snapshot = snapshot;
    this.tellChange();
  }

  /** The run has started anew. */
  reset() {
    this.#copied = null;
    this.#told = '';
    this.view(null);
  }

  /** Tells which network answers, if that has changed. */
  tellChange() {
    const { kind, network, step } = this;
    /** @type {Answering} */
    const answering = {
      kind,
      isTrained: kind === 'bundled' || step > 0,
      hiddenNodes: network.hiddenNodes,
    };
    if (kind !== 'bundled') answering.run = this.#id;
    if (kind === 'snapshot') answering.step = step;
    const json = JSON.stringify(answering);
    if (json === this.#told) return;
    this.#told = json;
    this.#tell({ about: 'answering', answering });
  }
}
