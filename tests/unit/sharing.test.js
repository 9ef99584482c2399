// What a link promises of the network on the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { routeOf } from '../../web/app/route-state.js';
import { sharingActions } from '../../web/features/sharing/actions.js';
import { difference } from '../../web/features/sharing/texts.js';

/** A page whose run is paused at step 100, and the step that its link offers. */
function paused() {
  const state = initialState(readLink(''));
  state.runs.main.step = 100;
  const actions = sharingActions(/** @type {any} */ ({ state, show() {} }), {
    route: () => routeOf(state),
    partNames: [],
  });
  const step = () => {
    actions.makeLink();
    return state.sharing.offer?.step;
  };
  return { state, step };
}

test('a link leads to the step of a run that others can repeat', () => {
  const { state, step } = paused();
  assert.deepEqual([difference(state), step()], ['', 100]);
});

test('a link to a run that others cannot repeat says what it leaves out, and leads to no step', () => {
  const own = paused();
  own.state.records.train.loaded = /** @type {any} */ ({ own: true });
  const kept = paused();
  kept.state.records.own = [{ sources: [], place: null, kinds: ['train'] }];
  for (const { state, step } of [own, kept]) {
    assert.match(difference(state), /^It leaves out your own training records:/);
    assert.equal(step(), null);
  }
  const { state, step } = paused();
  state.runs.main.learningRateChanged = true;
  assert.match(difference(state), /^It leaves out that you changed the learning rate:/);
  assert.equal(step(), null);
});
