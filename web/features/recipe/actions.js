import { checkSetting, recipeSettings } from '../../shared/settings.js';

/**
 * Choosing the recipe and its settings. Each choice resets the run.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {() => void} reset
 */
export function recipeActions({ state }, reset) {
  return {
    /** @param {string} recipe */
    chooseRecipe(recipe) {
      state.choice = { recipe, settings: recipeSettings(recipe, { seed: state.choice.settings.seed }) };
      reset();
    },
    /** @param {string} name @param {number} value */
    changeSetting(name, value) {
      const settings = { ...state.choice.settings, [name]: checkSetting(name, value) };
      state.choice = { ...state.choice, settings };
      reset();
    },
  };
}
