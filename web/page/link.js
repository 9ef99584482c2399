import {
  checkSetting,
  DEFAULT_RECIPE,
  RECIPE_NAMES,
  RECIPES,
  recipeSettings,
  SETTINGS,
} from '../settings.js';

/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {{ recipe: string, settings: Settings }} Choice */
/** @typedef {{ card: number | null }} Place of the lesson, its card, from 1; null: no lesson */

/**
 * Reads settings from a link's fragment, `#recipe=notebook&seed=1`.
 *
 * @param {string} fragment
 * @returns {Choice & { place: Place, problems: string[] }} what is wrong is left at its default, and said
 */
export function readLink(fragment) {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const problems = [];
  let recipe = parameters.get('recipe') ?? DEFAULT_RECIPE;
  if (!Object.hasOwn(RECIPES, recipe)) {
    problems.push(`the link asks for a recipe ‘${recipe}’; there are ${RECIPE_NAMES}`);
    recipe = DEFAULT_RECIPE;
  }
  const settings = recipeSettings(recipe);
  /** @type {Place} */
  const place = { card: null };
  for (const [name, text] of parameters) {
    if (name === 'recipe') continue;
    try {
      if (name === 'card') {
        place.card = readCard(text);
        continue;
      }
      const value = checkSetting(name, text.trim() === '' ? Number.NaN : Number(text), `‘${text}’`);
      settings[/** @type {keyof Settings} */ (name)] = value;
    } catch (error) {
      problems.push(`in the link, ${/** @type {Error} */ (error).message}`);
    }
  }
  return { recipe, settings, place, problems };
}

/**
 * The fragment that gives these settings: the recipe, the seed, and what differs from the recipe.
 *
 * @param {Choice} choice
 * @param {Place} [place]
 */
export function writeLink({ recipe, settings }, { card } = { card: null }) {
  const parameters = new URLSearchParams({ recipe, seed: String(settings.seed) });
  for (const { name } of SETTINGS) {
    if (settings[name] !== RECIPES[recipe].settings[name]) parameters.set(name, String(settings[name]));
  }
  if (card) parameters.set('card', String(card));
  return `#${parameters}`;
}

/** @param {string} text */
function readCard(text) {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new RangeError(`card takes a whole number from 1, not ‘${text}’`);
  return Number(text);
}
