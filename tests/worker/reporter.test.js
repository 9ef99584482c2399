import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reporter } from '../../web/worker/reporter.js';

test('the page hears of changes every 200 milliseconds at first, and every 500 once they are small', (context) => {
  let now = 1000;
  context.mock.method(performance, 'now', () => now);
  const answering = /** @type {any} */ ({ step: 0, network: { hiddenNodes: 200 }, tellChange() {} });
  const observing = /** @type {any} */ ({ observers: 1, imagine: () => new Promise(() => {}) });
  const loop = /** @type {any} */ ({ isActive: true, isWatchable: false });
  const progress = /** @type {any} */ (() => ({}));
  /** When it hears of each, in milliseconds from the start. @type {number[]} */
  const times = [];
  const reporter = new Reporter(answering, observing, loop, 'ascent', progress, ({ about }) => {
    if (about === 'changed') times.push(now - 1000);
  });
  reporter.start();
  // A hundred steps in a millisecond: a tenth of them takes longer than half a second after five seconds.
  for (; now < 11_000; now += 10, answering.step += 1000) reporter.reportInTime();
  const waits = times.map((time, i) => time - (times[i - 1] ?? 0));
  assert.deepEqual(waits.slice(0, 10), Array(10).fill(200));
  assert.deepEqual(waits.slice(-8), Array(8).fill(500));
  assert.ok(
    waits.every((wait, i) => wait >= (waits[i - 1] ?? 0)),
    `they grow: ${waits}`,
  );
});
