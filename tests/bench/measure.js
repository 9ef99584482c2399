// What is measured alike in Node and in a page: so it uses nothing of either.

import { recipeSettings } from '../../web/shared/settings.js';

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * Milliseconds of a task, the median of some rounds after one that warms up.
 *
 * @param {number} rounds
 * @param {() => void} task
 */
export function time(rounds, task) {
  task();
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    task();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** Steps that take about a quarter of a second. @param {number} hiddenNodes */
export const stepsOfARound = (hiddenNodes) => 6_000_000 / hiddenNodes;

export class CoreBench {
  #glassbox;
  #records;
  #run;
  #trainCsv;
  #limit;

  /**
   * @param {import('../../web/glassbox.js').Glassbox} glassbox
   * @param {Uint8Array} trainCsv
   * @param {Uint8Array} testCsv
   * @param {Record<string, any>} limit exports of tests/bench/limit.c
   */
  constructor(glassbox, trainCsv, testCsv, limit) {
    this.#glassbox = glassbox;
    this.#trainCsv = trainCsv;
    this.#limit = limit;
    this.#records = glassbox.records();
    for (const [kind, csv] of /** @type {const} */ ([
      ['train', trainCsv],
      ['test', testCsv],
    ])) {
      this.#records.write(kind, csv);
      this.#records.end(kind);
    }
    this.#run = glassbox.run(this.#records, recipeSettings('notebook'));
  }

  /**
   * One round of training.
   *
   * @param {string} recipe
   * @param {number} hiddenNodes
   */
  stepsPerSecond(recipe, hiddenNodes) {
    const samples = stepsOfARound(hiddenNodes);
    this.#run.reset(recipeSettings(recipe, { hiddenNodes, epochs: 1000 }));
    this.#run.train({ samples: samples / 10 });
    const start = performance.now();
    this.#run.train({ samples });
    return (samples * 1000) / (performance.now() - start);
  }

  /**
   * The limits of SIMD128 here, in vectors a second: multiplied and added in registers; read,
   * changed and written in 784 x 200 weights.
   */
  limits() {
    const [chains, weights] = [12, 784 * 50];
    const arithmetic = time(1, () => this.#limit.glassbox_multiply_add(2_000_000, 0.5));
    const stream = time(1, () => this.#limit.glassbox_stream(400, 0.5));
    return {
      multiplyAdds: (2_000_000 * chains * 1000) / arithmetic,
      streamed: (400 * weights * 1000) / stream,
    };
  }

  /** All but the training. */
  figures() {
    const memoryMegabytes = this.#glassbox.memoryBytes / 1e6;
    this.#run.reset(recipeSettings('backtrack'));
    const { network } = this.#run;
    const scoring = time(5, () => this.#glassbox.evaluate(network, this.#records));
    const inputs = new Float32Array(784).fill(0.01, 0, 634).fill(0.7, 634);
    const queries = 2000;
    const query = time(5, () => {
      for (let i = 0; i < queries; i++) network.query(inputs);
    });
    const csv = time(3, () => {
      this.#records.write('train', this.#trainCsv);
      this.#records.end('train');
    });
    return {
      csvMegabytesPerSecond: this.#trainCsv.length / csv / 1000,
      scoringMilliseconds: scoring,
      queryMicroseconds: (query / queries) * 1000,
      memoryMegabytes,
    };
  }
}
