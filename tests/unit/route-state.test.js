import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink, WHOLE_PAGE } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { goTo, routeOf, visible } from '../../web/app/route-state.js';

test('a link to where another link led is that link', () => {
  const state = initialState(readLink(''));
  /** @type {import('../../web/app/link.js').Route[]} */
  const routes = [
    WHOLE_PAGE,
    { ...WHOLE_PAGE, tab: 'nodes', card: null, present: false, hide: ['training', 'settings'] },
    { ...WHOLE_PAGE, tab: 'microscope', card: 4, present: true, hide: [] },
    { ...WHOLE_PAGE, card: 1, present: true, hide: ['closer'] },
    { ...WHOLE_PAGE, tab: 'imagination', digit: 7, pictures: 'backquery' },
    { ...WHOLE_PAGE, teach: 'worksheet' },
    { ...WHOLE_PAGE, card: 2 },
  ];
  for (const route of routes) {
    goTo(state, route);
    assert.deepEqual(routeOf(state), route);
  }
});

test('a presentation shows the stage alone, or the tabs where the link opens one that is not hidden', () => {
  const state = initialState(readLink(''));
  const shown = () =>
    /** @type {const} */ (['stage', 'closer', 'training', 'settings', 'preparation']).filter((part) =>
      visible(state, part),
    );
  goTo(state, { ...WHOLE_PAGE, hide: ['settings'] });
  assert.deepEqual(shown(), ['stage', 'closer', 'training', 'preparation']);
  goTo(state, { ...WHOLE_PAGE, present: true });
  assert.deepEqual(shown(), ['stage']);
  goTo(state, { ...WHOLE_PAGE, present: true, tab: 'mistakes' });
  assert.deepEqual(shown(), ['closer']);
  goTo(state, { ...WHOLE_PAGE, present: true, tab: 'mistakes', hide: ['closer'] });
  assert.deepEqual(shown(), ['stage']);
});
