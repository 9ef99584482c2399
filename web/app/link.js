import { languageFor } from '../features/language/languages.js';
import { SHEETS } from '../features/teaching/state.js';
import { checkSetting, DEFAULT_RECIPE, RECIPES, recipeSettings, SETTINGS } from '../shared/settings.js';
import { SPEEDS } from '../shared/speeds.js';
import { WAYS } from '../shared/ways.js';
import { readDrawing, writeDrawing } from './link-drawing.js';
import { addressWithoutSettings, linkParameters } from './link-parts.js';
import {
  noCard,
  noDigit,
  noDrawing,
  noPart,
  noPresentation,
  noRecipe,
  noSetting,
  noSheet,
  noSpeed,
  noStep,
  noTab,
  noWay,
  wrongSetting,
} from './link-texts.js';
import { isMisspelt } from './misspelt.js';
import { PART_NAMES, TAB_NAMES } from './routes.js';

/** @typedef {import('../shared/message.js').Text} Text */
/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {{ recipe: string, settings: Settings }} Choice */
/**
 * @typedef {object} Route what the page shows, and which parts of it
 * @property {import('./routes.js').Tab | null} tab the open tab; null: the link names none, so the first tab is open
 * @property {number | null} card of the lesson, from 1; null: no lesson
 * @property {boolean} present whether it starts as a presentation
 * @property {import('./routes.js').Part[]} hide the parts that are hidden
 * @property {import('../shared/ways.js').Way} pictures how the pictures beside the outputs are found
 * @property {number | null} digit that is looked for on the tab Imagination; null: none was chosen
 * @property {number[][][] | null} drawing strokes of points [x, y] in 0..1; null: the link has none
 * @property {number | null} step of the run that the network is shown at; null: any
 * @property {number | null} speed in records per second; null: any
 * @property {import('../features/teaching/state.js').Sheet | null} teach the sheet for teachers that is open; null: none
 * @property {import('../features/language/languages.js').Language} [lang] of the page's texts; default: the visitor's
 */

/** The page opened without a link. */
export const WHOLE_PAGE = /** @type {Readonly<Route>} */ ({
  tab: null,
  card: null,
  present: false,
  hide: [],
  pictures: WAYS[0],
  digit: null,
  drawing: null,
  step: null,
  speed: null,
  teach: null,
});

/** Full speed needs no parameter. */
const LINK_SPEEDS = SPEEDS.filter(Number.isFinite);

/**
 * Reads each parameter of a link into a route. An invalid value is added to the problems.
 *
 * @type {Record<string, (text: string, route: Route, problems: Text[]) => void>}
 */
const PARAMETERS = {
  view(text, route, problems) {
    const tab = named(TAB_NAMES, text);
    if (tab) route.tab = tab;
    else problems.push(() => noTab(text, TAB_NAMES));
  },
  card(text, route, problems) {
    if (/^[1-9]\d{0,3}$/.test(text)) route.card = Number(text);
    else problems.push(() => noCard(text));
  },
  present(text, route, problems) {
    if (text === '0' || text === '1') route.present = text === '1';
    else problems.push(() => noPresentation(text));
  },
  hide(text, route, problems) {
    const names = text.split(',');
    // Forms write a list as the same name again and again.
    const hides = (/** @type {import('./routes.js').Part} */ part) =>
      route.hide.includes(part) || names.some((name) => named([part], name));
    route.hide = PART_NAMES.filter(hides);
    for (const name of names) if (!named(PART_NAMES, name)) problems.push(() => noPart(name, PART_NAMES));
  },
  pictures(text, route, problems) {
    const way = named(WAYS, text);
    if (way) route.pictures = way;
    else problems.push(() => noWay(text, WAYS));
  },
  digit(text, route, problems) {
    if (/^\d$/.test(text)) route.digit = Number(text);
    else problems.push(() => noDigit(text));
  },
  step(text, route, problems) {
    if (/^\d{1,9}$/.test(joined(text))) route.step = Number(joined(text));
    else problems.push(() => noStep(text));
  },
  speed(text, route, problems) {
    route.speed = LINK_SPEEDS.find((speed) => String(speed) === joined(text)) ?? null;
    if (route.speed === null) problems.push(() => noSpeed(text, LINK_SPEEDS));
  },
  teach(text, route, problems) {
    const sheet = named(SHEETS, text);
    if (sheet) route.teach = sheet;
    else problems.push(() => noSheet(text, SHEETS));
  },
  drawing(text, route, problems) {
    route.drawing = readDrawing(text);
    if (!route.drawing) problems.push(noDrawing);
  },
  lang(text, route) {
    const lang = languageFor([text]);
    if (lang) route.lang = lang;
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

/** A whole number whose thousands may be parted, as people write them. @param {string} text */
const joined = (text) => (/^\d{1,3}([.,_]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text);

/**
 * Reads a setting of a link. The errors of checkSetting() are for programmers, so that another sentence tells of them.
 *
 * @param {string} name
 * @param {string} text
 * @param {Settings} settings
 * @param {Text[]} problems
 */
function readSetting(name, text, settings, problems) {
  const setting = SETTINGS.find((each) => each.name === name);
  if (!setting) {
    problems.push(() => noSetting(name, SETTING_NAMES));
    return;
  }
  try {
    const number = setting.step === 1 ? joined(text) : text;
    settings[setting.name] = checkSetting(name, number === '' ? Number.NaN : Number(number));
  } catch {
    problems.push(() => wrongSetting(setting, text));
  }
}

const SETTING_NAMES = SETTINGS.map(({ name }) => name);

/** What people write between the parts of a list instead of commas. */
const BETWEEN_PARTS = new RegExp(
  `(?<=${PART_NAMES.join('|')})(?:[+;| /]|%20|%3B|%7C)+(?=(?:${PART_NAMES.join('|')})(?![a-z]))`,
  'gi',
);

/** The names that a link can have. */
const NAMES = ['recipe', ...SETTING_NAMES, ...Object.keys(PARAMETERS)];
/** Hosts and mail programs have a `lang` of their own, so it does not make a query one of the page's. */
const OWN_NAMES = NAMES.filter((name) => name !== 'lang');
/** @param {string} name */
const isOwn = (name) => named(OWN_NAMES, name) !== undefined;

/**
 * Reads a link, such as `#recipe=notebook&seed=1&view=mistakes&hide=files,settings`. Parameters of others are ignored.
 *
 * @param {string} link an address, or its end from ? or # on
 * @returns {Choice & { route: Route, problems: Text[] }} the default replaces an invalid value, which is listed as
 *   a problem
 */
export function readLink(link) {
  const listed = link.replace(BETWEEN_PARTS, ',');
  const parameters = linkParameters(listed, isOwn).map(([name, text]) => [named(NAMES, name) ?? name, text]);
  /** @type {Text[]} */
  const problems = [];
  const recipes = Object.keys(RECIPES);
  const wanted = Object.fromEntries(parameters).recipe ?? DEFAULT_RECIPE;
  const found = named(recipes, wanted);
  if (!found) problems.push(() => noRecipe(wanted, recipes));
  const recipe = found ?? DEFAULT_RECIPE;
  const settings = recipeSettings(recipe);
  const route = { ...WHOLE_PAGE };
  for (const [name, text] of parameters) {
    if (name === 'recipe' || !(NAMES.includes(name) || isMisspelt(name, text, OWN_NAMES))) continue;
    if (Object.hasOwn(PARAMETERS, name)) PARAMETERS[name](text, route, problems);
    else readSetting(name, text, settings, problems);
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
  const { tab, card, present, hide, pictures, digit, step, speed, teach, drawing, lang } = route;
  if (tab) parameters.set('view', tab);
  if (card) parameters.set('card', String(card));
  if (present) parameters.set('present', '1');
  if (hide.length > 0) parameters.set('hide', hide.join(','));
  if (pictures !== WHOLE_PAGE.pictures) parameters.set('pictures', pictures);
  if (digit !== null) parameters.set('digit', String(digit));
  if (step !== null) parameters.set('step', String(step));
  if (speed !== null) parameters.set('speed', String(speed));
  if (teach) parameters.set('teach', teach);
  if (drawing) parameters.set('drawing', writeDrawing(drawing));
  if (lang) parameters.set('lang', lang);
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
