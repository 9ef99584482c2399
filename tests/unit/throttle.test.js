import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, closedFor, isOpen, newThrottle, passes } from '../../web/shared/throttle.js';

/** A clock that stands still until it is moved on. @param {import('node:test').TestContext} context */
function stoppedClock(context) {
  const clock = { now: 5000 };
  context.mock.method(performance, 'now', () => clock.now);
  return clock;
}

test('one that is new lets one through, then none until its time is over', (context) => {
  const clock = stoppedClock(context);
  const throttle = newThrottle();
  assert.equal(passes(throttle, 100), true);
  clock.now += 99;
  assert.equal(passes(throttle, 100), false);
  clock.now += 1;
  assert.equal(passes(throttle, 100), true);
  assert.equal(passes(throttle, 100), false);
});

test('one that starts closed lets the first through only then', (context) => {
  const clock = stoppedClock(context);
  const throttle = closedFor(100);
  assert.equal(isOpen(throttle), false);
  clock.now += 100;
  assert.equal(isOpen(throttle), true);
  close(throttle, 30);
  clock.now += 29;
  assert.equal(isOpen(throttle), false);
});
