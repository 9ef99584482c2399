import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noChange } from 'lit';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { uses } from '../../web/features/collection/uses.js';

/** The directives of a template that leave out what has not changed. @param {any} part @returns {any[]} */
const guardsIn = (part) =>
  part?._$litDirective$ && Array.isArray(part.values[0]) ? [part] : (part?.values ?? []).flatMap(guardsIn);

test('misread records are named anew when another network reads them as other digits', () => {
  const state = initialState(readLink(''));
  const records = [{ id: 1, label: 4, from: '', strokes: null, pixels: new Uint8Array(784) }];
  const network = /** @type {const} */ ({ kind: 'run', step: 1 });
  /** @param {number} answer */
  const guardWhenReadAs = (answer) => {
    const result = { records, answers: new Uint8Array([answer]), network, mnist: null };
    Object.assign(state.collection, { records, result });
    return guardsIn(uses(state, /** @type {any} */ ({})))[0];
  };
  const first = guardWhenReadAs(7);
  const guard = new first._$litDirective$({});
  assert.notEqual(guard.update(null, first.values), noChange);
  assert.equal(guard.update(null, first.values), noChange);
  assert.notEqual(guard.update(null, guardWhenReadAs(9).values), noChange);
});
