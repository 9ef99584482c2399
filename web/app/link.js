import {
  checkSetting,
  DEFAULT_RECIPE,
  RECIPE_NAMES,
  RECIPES,
  recipeSettings,
  SETTINGS,
} from '../shared/settings.js';
import { PART_NAMES, VIEW_NAMES } from './routes.js';

/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {{ recipe: string, settings: Settings }} Choice */
/**
 * @typedef {object} Place what of the page is shown
 * @property {import('./routes.js').View | null} view the tab that is open; null: the first one, not asked for
 * @property {number | null} card of the lesson, from 1; null: no lesson
 * @property {boolean} present whether it is a presentation
 * @property {import('./routes.js').Part[]} hide what is left out
 */

/** The page as it opens without a link. */
export const WHOLE_PAGE = /** @type {Readonly<Place>} */ ({
  view: null,
  card: null,
  present: false,
  hide: [],
});

/**
 * How each property of a place is read. What can't be is thrown, and the rest holds.
 *
 * @type {Record<keyof Place, (text: string, place: Place) => void>}
 */
const PLACE = {
  view(text, place) {
    place.view = oneOf('view', VIEW_NAMES, text);
  },
  card(text, place) {
    if (!/^[1-9]\d{0,3}$/.test(text)) {
      throw new RangeError(`card takes a whole number from 1 to 9999, not ‘${text}’`);
    }
    place.card = Number(text);
  },
  present(text, place) {
    place.present = oneOf('present', ['0', '1'], text) === '1';
  },
  hide(text, place) {
    const names = text.split(',');
    place.hide = PART_NAMES.filter((name) => names.includes(name));
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
  const place = { ...WHOLE_PAGE };
  for (const [name, text] of parameters) {
    if (name === 'recipe') continue;
    try {
      if (Object.hasOwn(PLACE, name)) PLACE[/** @type {keyof Place} */ (name)](text, place);
      else {
        const value = checkSetting(name, text.trim() === '' ? Number.NaN : Number(text), `‘${text}’`);
        settings[/** @type {keyof Settings} */ (name)] = value;
      }
    } catch (error) {
      problems.push(`in the link, ${/** @type {Error} */ (error).message}`);
    }
  }
  return { recipe, settings, place, problems };
}

/**
 * The fragment that gives these settings and this place: the recipe, the seed, and what differs from the
 * recipe and from the whole page.
 *
 * @param {Choice} choice
 * @param {Place} [place]
 */
export function writeLink({ recipe, settings }, place = WHOLE_PAGE) {
  const parameters = new URLSearchParams({ recipe, seed: String(settings.seed) });
  for (const { name } of SETTINGS) {
    if (settings[name] !== RECIPES[recipe].settings[name]) parameters.set(name, String(settings[name]));
  }
  const { view, card, present, hide } = place;
  if (view) parameters.set('view', view);
  if (card) parameters.set('card', String(card));
  if (present) parameters.set('present', '1');
  if (hide.length > 0) parameters.set('hide', hide.join(','));
  // A comma may stand as it is, and reads better.
  return `#${parameters}`.replaceAll('%2C', ',');
}
