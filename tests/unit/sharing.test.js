// What a link promises of the network on the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { routeOf } from '../../web/app/route-state.js';
import { sharingActions } from '../../web/features/sharing/actions.js';
import { link } from '../../web/features/sharing/link-dialog.js';
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

/** All texts in a template. @param {any} part @returns {string[]} */
const textsIn = (part) => {
  if (typeof part === 'string') return [part];
  return (Array.isArray(part) ? part : (part?.values ?? [])).flatMap(textsIn);
};

test('the step in the link is the one that is named, however far the run goes on', () => {
  const { state, step } = paused();
  step();
  state.runs.main.step = 200;
  const actions = /** @type {any} */ ({});
  const page = /** @type {any} */ ({ tabs: {}, parts: {}, url: () => 'http://localhost/' });
  const texts = textsIn(link(state, actions, page)).filter((text) => text.startsWith('With the network at'));
  assert.deepEqual(texts, ['With the network at step 100: training pauses there']);
});
