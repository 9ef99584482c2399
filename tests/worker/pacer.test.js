import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Meter } from '../../web/worker/meter.js';
import { Pacer } from '../../web/worker/pacer.js';

/** @typedef {import('node:test').TestContext} TestContext */

/**
 * A clock that stands still until it is moved on, in place of the real one.
 *
 * @param {TestContext} context
 */
function stoppedClock(context) {
  const clock = { now: 5000 };
  context.mock.method(performance, 'now', () => clock.now);
  return clock;
}

for (const speed of [1, 10, 300, 10_000]) {
  test(`at ${speed} records per second it makes so many, and one at once`, (context) => {
    const clock = stoppedClock(context);
    const pacer = new Pacer();
    const meter = new Meter();
    pacer.speed = speed;
    assert.equal(pacer.count(), 1, 'at once');
    let steps = 0;
    for (const end = clock.now + 2000; clock.now <= end; ) {
      const count = Math.min(pacer.count(), 50);
      if (count > 0) {
        steps += count;
        pacer.made(count);
        meter.count(steps);
      } else clock.now += pacer.wait() + 1e-9;
    }
    assert.ok(Math.abs(steps - (2 * speed + 1)) <= 1, `${steps} steps`);
    assert.ok(Math.abs(meter.perSecond - speed) < 0.02 * speed, `measured ${meter.perSecond}`);
  });
}

test('after a delay it catches up on a second of steps, and gives up the rest', (context) => {
  const clock = stoppedClock(context);
  const pacer = new Pacer();
  pacer.speed = 30;
  assert.equal(pacer.count(), 1);
  pacer.made(1);
  clock.now += 10_000;
  assert.equal(pacer.count(), 30);
  pacer.made(30);
  assert.equal(pacer.count(), 0);
  assert.ok(Math.abs(pacer.wait() - 1000 / 30) < 1e-6, `waits ${pacer.wait()} ms`);
});

test('at full speed there is always more to do', () => {
  assert.equal(new Pacer().count(), Number.POSITIVE_INFINITY);
});

test('the meter leaves an interruption out, and knows nothing after a reset', (context) => {
  const clock = stoppedClock(context);
  const meter = new Meter();
  const learn = (/** @type {number[]} */ ...steps) => {
    for (const step of steps) {
      meter.count(step);
      clock.now += 100;
    }
  };
  learn(0, 10, 20);
  assert.equal(meter.perSecond, 100);
  meter.interrupt();
  clock.now += 60_000;
  learn(30, 40);
  assert.equal(meter.perSecond, 100);
  meter.reset();
  assert.equal(meter.perSecond, 0);
});
