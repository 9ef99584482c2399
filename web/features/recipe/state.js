/**
 * @typedef {object} RecipeChoice
 * @property {{ recipe: string, generation: number } | null} wanted a recipe that is to follow the run of this generation,
 *   which has begun with another; null: none
 */

/** @returns {RecipeChoice} */
export const initialRecipe = () => ({ wanted: null });

/**
 * The recipe that is to follow the run on the page. Once that has started again, none is.
 *
 * @param {import('../../app/page-state.js').State} state
 * @returns {string | null} null: none
 */
export const wantedRecipe = ({ recipe: { wanted }, runs, runId }) =>
  wanted?.generation === runs[runId].generation ? wanted.recipe : null;
