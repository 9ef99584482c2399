// What is measured alike in Node and in a page: so it uses nothing of either.

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
function time(rounds, task) {
  task();
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    task();
    times.push(performance.now() - start);
  }
  return median(times);
}

/**
 * @param {import('../../web/glassbox.js').Glassbox} glassbox
 * @param {Uint8Array} trainCsv
 * @param {Uint8Array} testCsv
 * @param {number[]} sizes hidden nodes
 */
export function measureCore(glassbox, trainCsv, testCsv, sizes) {
  const trainer = glassbox.trainer({ recipe: 'backtrack', epochs: 1000 });
  const csv = time(2, () => {
    trainer.write('train', trainCsv);
    trainer.end('train');
  });
  trainer.write('test', testCsv);
  trainer.end('test');
  const memory = glassbox.memoryBytes;

  /** @type {Record<string, number>} */
  const stepsPerSecond = {};
  for (const recipe of ['notebook', 'backtrack']) {
    for (const hiddenNodes of sizes) {
      const samples = 6_000_000 / hiddenNodes;
      trainer.reset({ recipe, hiddenNodes, epochs: 1000 });
      const milliseconds = time(7, () => trainer.run({ samples }));
      stepsPerSecond[`${recipe} ${hiddenNodes}`] = (samples / milliseconds) * 1000;
    }
  }

  trainer.reset({ recipe: 'backtrack' });
  const scoring = time(5, () => trainer.test());
  const inputs = new Float32Array(784).fill(0.01, 0, 634).fill(0.7, 634);
  const queries = 2000;
  const query = time(5, () => {
    for (let i = 0; i < queries; i++) trainer.network.query(inputs);
  });
  trainer.free();
  return {
    stepsPerSecond,
    csvMegabytesPerSecond: trainCsv.length / csv / 1000,
    scoringMilliseconds: scoring,
    queryMicroseconds: (query / queries) * 1000,
    memoryMegabytes: memory / 1e6,
  };
}

/**
 * The limits of SIMD128 here, in vectors a second: multiplied and added in registers; read, changed
 * and written in 784 x 200 weights.
 *
 * @param {Uint8Array<ArrayBuffer>} wasm tests/bench/limit.c
 */
export async function measureLimit(wasm) {
  const { instance } = await WebAssembly.instantiate(wasm);
  const { glassbox_multiply_add, glassbox_stream } = /** @type {any} */ (instance.exports);
  const [chains, weights] = [12, 784 * 50];
  const arithmetic = time(9, () => glassbox_multiply_add(2_000_000, 0.5));
  const stream = time(9, () => glassbox_stream(400, 0.5));
  return {
    multiplyAddsPerSecond: (2_000_000 * chains * 1000) / arithmetic,
    streamedPerSecond: (400 * weights * 1000) / stream,
  };
}
