// Which recipe the page has while Reset is undone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { trainingActions } from '../../web/features/training/actions.js';
import { changeRun } from '../../web/features/training/state.js';
import { recipeSettings } from '../../web/shared/settings.js';

const [QUICK, NOTEBOOK, BEST] = ['quick', 'notebook', 'best'].map((recipe) => ({
  recipe,
  settings: recipeSettings(recipe),
}));

/** A page on which a run by Quick was reset for one by Notebook, and what its worker answers when Reset is undone. */
function pageAfterReset() {
  const state = initialState(readLink('#recipe=notebook'));
  /** @type {(undone: boolean) => void} */
  let answer = () => {};
  const runs = {
    reset: async () => {},
    undoReset: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  };
  /** @type {any} */
  const context = {
    state,
    worker: () => ({ runs }),
    show() {},
    attempt: (/** @type {Promise<any>} */ call) => call,
  };
  const actions = trainingActions(context, /** @type {any} */ ({}));
  state.choice = NOTEBOOK;
  changeRun(state, { undoable: true, discardedChoice: QUICK });
  const undone = actions.undoReset();
  return { state, actions, undone, answer: (/** @type {boolean} */ isUndone) => answer(isUndone) };
}

test('that of the run that comes back; if it can’t be had any more, that of the run that is there', async () => {
  for (const [isUndone, choice] of /** @type {const} */ ([
    [true, QUICK],
    [false, NOTEBOOK],
  ])) {
    const { state, undone, answer } = pageAfterReset();
    answer(isUndone);
    await undone;
    assert.equal(state.choice, choice);
  }
});

test('the one that is chosen meanwhile, whatever the worker answers', async () => {
  for (const isUndone of [true, false]) {
    const { state, actions, undone, answer } = pageAfterReset();
    actions.reset(BEST);
    answer(isUndone);
    await undone;
    assert.equal(state.choice, BEST);
    if (isUndone) assert.equal(state.runs.main.discardedChoice, QUICK);
  }
});
