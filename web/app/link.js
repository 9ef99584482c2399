import {
  checkSetting,
  DEFAULT_RECIPE,
  RECIPE_NAMES,
  RECIPES,
  recipeSettings,
  SETTINGS,
} from '../shared/settings.js';
import { addressWithoutSettings, linkParameters } from './link-parts.js';
import { isMisspelt } from './misspelt.js';
import { PART_NAMES, TAB_NAMES } from './routes.js';

/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {{ recipe: string, settings: Settings }} Choice */
/**
 * @typedef {object} Route which parts of the page are shown
 * @property {import('./routes.js').Tab | null} tab the open tab; null: the link names none, so the first tab is open
 * @property {number | null} card of the lesson, from 1; null: no lesson
 * @property {boolean} present whether it starts as a presentation
 * @property {import('./routes.js').Part[]} hide the parts that are hidden
 */

/** The page opened without a link. */
export const WHOLE_PAGE = /** @type {Readonly<Route>} */ ({
  tab: null,
  card: null,
  present: false,
  hide: [],
});

/**
 * Reads each parameter of a link into a route. An invalid value throws.
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
    route.hide = PART_NAMES.filter((part) => names.some((name) => named([part], name)));
    for (const name of names) oneOf('hide', PART_NAMES, name);
  },
};

/**
 * One of several names, which people may write in capitals.
 *
 * @template {string} T
 * @param {readonly T[]} names
 * @param {string} text
 */
const named = (names, text) => names.find((name) => name.toLowerCase() === text.toLowerCase());

/**
 * @template {string} T
 * @param {string} name
 * @param {readonly T[]} values
 * @param {string} text
 */
function oneOf(name, values, text) {
  const value = named(values, text);
  if (value === undefined) throw new RangeError(`${name} takes ${values.join(', ')}, not ‘${text}’`);
  return value;
}

/** The names that a link can have. */
const NAMES = ['recipe', ...SETTINGS.map(({ name }) => name), ...Object.keys(PARAMETERS)];
/** @param {string} name */
const isOwn = (name) => named(NAMES, name) !== undefined;

/**
 * Reads a link, such as `#recipe=notebook&seed=1&view=mistakes&hide=files,settings`. Parameters of others are ignored.
 *
 * @param {string} link an address, or its end from ? or # on
 * @returns {Choice & { route: Route, problems: string[] }} the default replaces an invalid value, which is listed as
 *   a problem
 */
export function readLink(link) {
  const parameters = linkParameters(link, isOwn).map(([name, text]) => [named(NAMES, name) ?? name, text]);
  const problems = [];
  const wanted = Object.fromEntries(parameters).recipe ?? DEFAULT_RECIPE;
  const recipe = named(Object.keys(RECIPES), wanted) ?? DEFAULT_RECIPE;
  if (recipe.toLowerCase() !== wanted.toLowerCase())
    problems.push(`the link asks for a recipe ‘${wanted}’; there are ${RECIPE_NAMES}`);
  const settings = recipeSettings(recipe);
  const route = { ...WHOLE_PAGE };
  for (const [name, text] of parameters) {
    if (name === 'recipe' || !(isOwn(name) || isMisspelt(name, text, NAMES))) continue;
    try {
      if (Object.hasOwn(PARAMETERS, name)) PARAMETERS[name](text, route);
      else {
        const value = checkSetting(name, text === '' ? Number.NaN : Number(text), `‘${text}’`);
        settings[/** @type {keyof Settings} */ (name)] = value;
      }
    } catch (error) {
      problems.push(`in the link, ${/** @type {Error} */ (error).message}`);
    }
  }
  return { recipe, settings, route, problems };
}

/**
 * The fragment for these settings and this route: the recipe, the seed, the settings that differ from the recipe and
 * the parts of the route that differ from the whole page.
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
  // A comma needs no escape, and reads better without one.
  return `#${parameters}`.replaceAll('%2C', ',');
}

/**
 * The address of the page with other settings.
 *
 * @param {string} address the current one
 * @param {string} fragment from writeLink
 */
export const linkTo = (address, fragment) => addressWithoutSettings(address, isOwn) + fragment;
