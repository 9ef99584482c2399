// Figures as text.

const PLACES = ['node', 'chromium', 'firefox', 'webkit'];

/** @param {string[]} cells */
const row = (...cells) =>
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(36) : cell.padStart(12))).join(''));

/**
 * @param {Record<string, any>} figures as bench.js collects them
 * @param {string[]} recipes
 * @param {number[]} sizes
 */
export function printTable(figures, recipes, sizes) {
  /** @param {string} name @param {(place: any) => string | undefined} cell */
  const line = (name, cell) => row(name, '', '', ...PLACES.map((place) => cell(figures[place]) ?? ''));

  console.log(`\n${figures.date}, ${figures.processor}: make bench`);
  row('', 'numpy', 'native', ...PLACES);
  for (const recipe of recipes) {
    for (const size of sizes) {
      const all = ['numpy', 'native', ...PLACES].map(
        (place) => figures[place].stepsPerSecond[`${recipe} ${size}`],
      );
      row(`${recipe}, ${size} nodes, steps/s`, ...all.map((steps) => steps?.toFixed(0) ?? ''));
      if (all[0]) row('  times numpy', ...all.map((steps) => (steps / all[0]).toFixed(1)));
      row(
        '  share of native',
        '',
        ...all.slice(1).map((steps) => `${(100 * (steps / all[1])).toFixed(0)} %`),
      );
    }
  }
  line('SIMD limit, G multiply-adds/s', ({ vectorsPerSecond: v }) => (v.multiplyAdds / 1e9).toFixed(2));
  line('streaming limit, G vectors/s', ({ vectorsPerSecond: v }) => (v.streamed / 1e9).toFixed(2));
  for (const key of Object.keys(figures.node.shareOfLimit)) {
    const name = `  ${key} nodes, share of SIMD limit`;
    line(name, ({ shareOfLimit }) => `${(100 * shareOfLimit[key]).toFixed(0)} %`);
  }
  line('CSV, MB/s', ({ csvMegabytesPerSecond }) => csvMegabytesPerSecond.toFixed(0));
  line('query, µs', ({ queryMicroseconds }) => queryMicroseconds.toFixed(2));
  line('scoring 10,000 records, ms', ({ scoringMilliseconds }) => scoringMilliseconds.toFixed(1));
  line('memory, both files loaded, MB', ({ memoryMegabytes }) => memoryMegabytes.toFixed(1));
  line('page to first answer, ms', ({ firstAnswerMilliseconds }) => firstAnswerMilliseconds?.toFixed(0));
  for (const part of ['p50', 'p99']) {
    const name = `pen to answer in training, ${part} ms`;
    line(name, ({ drawingLatencyMilliseconds: latency }) => latency?.[part].toFixed(1));
  }
  line('unpack, parse and learn an epoch, s', ({ sooner }) => sooner?.alone.toFixed(2));
  for (const percent of Object.keys(figures.chromium.sooner.reached)) {
    line(`  from Train to ${percent} %, s`, ({ sooner }) => sooner?.reached[percent].seconds.toFixed(2));
    line('    times that', ({ sooner }) => sooner?.reached[percent].ratio.toFixed(2));
    line('    with the pointer there before', ({ sooner }) => sooner?.pointed[percent].ratio.toFixed(2));
  }
  for (const recipe of recipes) {
    const shown = Object.entries(figures.secondsToAccuracy[recipe]).map(
      ([what, seconds]) => `${what} ${seconds === null ? 'never' : `${seconds.toFixed(1)} s`}`,
    );
    console.log(`${recipe} in the page in Chromium, from pressing Train to: ${shown.join(', ')}`);
  }
  for (const [size, { share, frameMilliseconds: frames, rewindMilliseconds: rewind }] of Object.entries(
    figures.watching,
  )) {
    const cost = `${(100 * share).toFixed(0)} % of the steps/s of a trainer that nobody watches`;
    const late = `frames ${frames.p50.toFixed(1)} ms, p95 ${frames.p95.toFixed(1)} ms`;
    const looks = `viewing ${rewind.snapshots} snapshots ${rewind.p50.toFixed(0)} ms each, at most ${rewind.most.toFixed(0)} ms`;
    console.log(`all in view in Chromium, ${size}: ${cost}; ${late}; ${looks}`);
  }
  for (const [speed, measured] of Object.entries(figures.paced)) {
    console.log(`in Chromium, at ${speed}: ${measured.toFixed(1)} measured`);
  }
  console.log('growth: build/bench-growth.png; all figures: build/bench.json');
}

/** All numbers in a tree, by their path. @param {any} tree @param {string} path @returns {[string, number][]} */
function numbers(tree, path = '') {
  if (typeof tree === 'number') return [[path, tree]];
  if (tree === null || typeof tree !== 'object') return [];
  return Object.entries(tree).flatMap(([key, part]) => numbers(part, path ? `${path}, ${key}` : key));
}

/**
 * What of an earlier run is there again, and how it compares.
 *
 * @param {any} before
 * @param {any} now
 */
export function printComparison(before, now) {
  const earlier = new Map(numbers(before));
  console.log(`\ncompared with ${before.date}`);
  row('', 'before', 'now', 'now/before');
  for (const [path, value] of numbers(now)) {
    const old = earlier.get(path);
    if (old) row(path, old.toPrecision(4), value.toPrecision(4), (value / old).toFixed(2));
  }
}
