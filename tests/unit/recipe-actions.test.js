import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { recipeActions } from '../../web/features/recipe/actions.js';
import { wantedRecipe } from '../../web/features/recipe/state.js';
import { changeRun } from '../../web/features/training/state.js';

test('a recipe is marked for the run on the page, and not for one that was begun by Reset instead', () => {
  const state = initialState(readLink(''));
  const { wantRecipe } = recipeActions(/** @type {any} */ ({ state, show() {} }), () => {});
  wantRecipe('notebook');
  assert.equal(wantedRecipe(state), 'notebook');
  changeRun(state, { generation: 1 });
  assert.equal(wantedRecipe(state), null);
});
