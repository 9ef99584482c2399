import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { button } from '../../web/ui/button.js';

/**
 * Clicks a button twice within the time of a double click.
 *
 * @param {boolean} enabled
 * @param {{ other?: string }} [more]
 * @returns how often it acts
 */
function doubleClick(enabled, more) {
  const action = mock.fn();
  const [click] = button('Train', enabled, action, '', more).values.filter(
    (value) => typeof value === 'function',
  );
  for (const detail of [1, 2]) /** @type {(event: { detail: number }) => void} */ (click)({ detail });
  return action.mock.callCount();
}

test('a double click presses a button twice, unless another takes its place; one that is disabled does nothing', () => {
  assert.equal(doubleClick(true), 2);
  assert.equal(doubleClick(true, { other: 'Pause' }), 1);
  assert.equal(doubleClick(false), 0);
});
