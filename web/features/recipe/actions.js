import { checkSetting, recipeSettings } from '../../shared/settings.js';

/**
 * Choosing the recipe and its settings. Each choice starts the run anew.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {() => void} reset starts the run anew, as chosen
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
