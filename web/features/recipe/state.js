/**
 * @typedef {object} RecipeChoice
 * @property {string | null} wanted a recipe that is to follow the run that has begun with another; null: none
 */

/** @returns {RecipeChoice} */
export const initialRecipe = () => ({ wanted: null });
