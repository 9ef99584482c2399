import { checkSetting, recipeSettings } from '../../shared/settings.js';

/**
 * Choosing the recipe and its settings. Each choice resets the run.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {(choice: import('../../app/page-state.js').Choice) => void} reset the run, to begin with another choice
 */
export function recipeActions({ state, show }, reset) {
  return {
    /** Marks a recipe that is to follow a run that has begun. @param {string} recipe */
    wantRecipe(recipe) {
      const { generation } = state.runs[state.runId];
      state.recipe.wanted = { recipe, generation };
      show();
    },
    /** @param {string} recipe */
    chooseRecipe(recipe) {
      reset({ recipe, settings: recipeSettings(recipe, { seed: state.choice.settings.seed }) });
    },
    /** @param {string} name @param {number} value */
    changeSetting(name, value) {
      const settings = { ...state.choice.settings, [name]: checkSetting(name, value) };
      reset({ ...state.choice, settings });
    },
  };
}
