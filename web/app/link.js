import {
  checkSetting,
  DEFAULT_RECIPE,
  RECIPE_NAMES,
  RECIPES,
  recipeSettings,
  SETTINGS,
} from '../shared/settings.js';
import { PART_NAMES, TAB_NAMES } from './routes.js';

/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {{ recipe: string, settings: Settings }} Choice */
/**
 * @typedef {object} Route what of the page is shown
 * @property {import('./routes.js').Tab | null} tab the tab that is open; null: the first one, not asked for
 * @property {number | null} card of the lesson, from 1; null: no lesson
 * @property {boolean} present whether it is a presentation
 * @property {import('./routes.js').Part[]} hide what is left out
 */

/** The page as it opens without a link. */
export const WHOLE_PAGE = /** @type {Readonly<Route>} */ ({
  tab: null,
  card: null,
  present: false,
  hide: [],
});

/**
 * How each of a link's parameters is read into a route. One with an impossible value throws.
 *
 * @type {Record<string, (text: string, route: Route) => void>}
 */
const PARAMETERS = {
  view(text, route) {
    route.tab = oneOf('view', TAB_NAMES, text);
  },
  card(text, route) {
    if (!/^[1-9]\d{0,3}$/.test(text)) {
      throw new RangeError(`card takes a whole number from 1 to 9999, not ‘${text}’`);
    }
    route.card = Number(text);
  },
  present(text, route) {
    route.present = oneOf('present', ['0', '1'], text) === '1';
  },
  hide(text, route) {
    const names = text.split(',');
    route.hide = PART_NAMES.filter((name) => names.includes(name));
    for (const name of names) oneOf('hide', PART_NAMES, name);
  },
};

/**
 * @template {string} T
 * @param {string} name
 * @param {readonly T[]} values
 * @param {string} text
 */
function oneOf(name, values, text) {
  const value = values.find((each) => each === text);
  if (value === undefined) throw new RangeError(`${name} takes ${values.join(', ')}, not ‘${text}’`);
  return value;
}

/**
 * Reads what a link's fragment asks for, `#recipe=notebook&seed=1&view=mistakes&hide=files,settings`.
 *
 * @param {string} fragment
 * @returns {Choice & { route: Route, problems: string[] }} what is wrong stays at its default and is
 *   among the problems
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
  const route = { ...WHOLE_PAGE };
  for (const [name, text] of parameters) {
    if (name === 'recipe') continue;
    try {
      if (Object.hasOwn(PARAMETERS, name)) PARAMETERS[name](text, route);
      else {
        const value = checkSetting(name, text.trim() === '' ? Number.NaN : Number(text), `‘${text}’`);
        settings[/** @type {keyof Settings} */ (name)] = value;
      }
    } catch (error) {
      problems.push(`in the link, ${/** @type {Error} */ (error).message}`);
    }
  }
  return { recipe, settings, route, problems };
}

/**
 * The fragment that gives these settings and this route: the recipe, the seed, and what differs from the
 * recipe and from the whole page.
 *
 * @param {Choice} choice
 * @param {Route} [route]
 */
export function writeLink({ recipe, settings }, route = WHOLE_PAGE) {
  const parameters = new URLSearchParams({ recipe, seed: String(settings.seed) });
  for (const { name } of SETTINGS) {
    if (settings[name] !== RECIPES[recipe].settings[name]) parameters.set(name, String(settings[name]));
  }
  const { tab, card, present, hide } = route;
  if (tab) parameters.set('view', tab);
  if (card) parameters.set('card', String(card));
  if (present) parameters.set('present', '1');
  if (hide.length > 0) parameters.set('hide', hide.join(','));
  // A comma may stand as it is, and reads better.
  return `#${parameters}`.replaceAll('%2C', ',');
}
