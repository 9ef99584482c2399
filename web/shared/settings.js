import { codedError } from './errors.js';
import { HIDDEN_MAX, RECORDS_MAX } from './shape.js';

/**
 * The settings of a training run: one table, from which validation, the page's controls and the
 * link all follow. In the order in which the core takes them.
 *
 * @typedef {object} Settings
 * @property {number} hiddenNodes
 * @property {number} learningRate
 * @property {number} epochs
 * @property {number} angle degrees; 0: records as they are only
 * @property {number} distortion strength; 0: not at all
 * @property {number} records how many of the file's training records; 0: all
 * @property {number} crossEntropy 1 or 0
 * @property {number} fallingRate 1 or 0
 * @property {number} flashCards how far off outputs may be for a card to be known; 0: no cards
 * @property {number} seed
 *
 * @typedef {object} Setting
 * @property {keyof Settings} name
 * @property {string} label
 * @property {string} explanation
 * @property {number} min
 * @property {number} max
 * @property {number | 'any'} step of its control; 1 means that only whole numbers are taken; from 0 to 1
 *   it is a switch
 */

/** @type {readonly Setting[]} */
export const SETTINGS = [
  {
    name: 'hiddenNodes',
    label: 'Hidden nodes',
    explanation: 'How many nodes stand between the picture and the answer.',
    min: 1,
    max: HIDDEN_MAX,
    step: 1,
  },
  {
    name: 'learningRate',
    label: 'Learning rate',
    explanation: 'How far each record moves the weights.',
    min: 0.0001,
    max: 1,
    step: 'any',
  },
  {
    name: 'epochs',
    label: 'Epochs',
    explanation: 'How often the network goes through all records, or through as many cards.',
    min: 1,
    max: 1000,
    step: 1,
  },
  {
    name: 'angle',
    label: 'Rotation (degrees)',
    explanation: 'Records are also shown turned by this angle to either side. 0: not at all.',
    min: 0,
    max: 180,
    step: 'any',
  },
  {
    name: 'distortion',
    label: 'Distortion',
    explanation:
      'Records are bent, scaled and shifted at random. 1: as far as one can still read them. 0: not.',
    min: 0,
    max: 2,
    step: 'any',
  },
  {
    name: 'records',
    label: 'Training records',
    explanation: 'How many records of the file to learn from. 0: all.',
    min: 0,
    max: RECORDS_MAX,
    step: 1,
  },
  {
    name: 'crossEntropy',
    label: 'Cross-entropy',
    explanation: 'Outputs learn from how wrong they are alone, however sure they are.',
    min: 0,
    max: 1,
    step: 1,
  },
  {
    name: 'fallingRate',
    label: 'Falling rate',
    explanation:
      'The learning rate falls to nearly 0 over the first epoch, then from half to 0 over the rest.',
    min: 0,
    max: 1,
    step: 1,
  },
  {
    name: 'flashCards',
    label: 'Flash cards',
    explanation:
      'Records with an output that is further off come again soon, the others later and later. 0: as in the file.',
    min: 0,
    max: 1,
    step: 'any',
  },
  {
    name: 'seed',
    label: 'Seed',
    explanation: 'Where the random starting weights come from. The same seed gives the very same network.',
    min: 0,
    max: 4_294_967_295,
    step: 1,
  },
];

/**
 * @typedef {object} Recipe
 * @property {string} label
 * @property {string} explanation
 * @property {Settings} settings
 */

/** What the notebook does, and both of its recipes. */
const PLAIN = {
  hiddenNodes: 200,
  distortion: 0,
  records: 0,
  crossEntropy: 0,
  fallingRate: 0,
  flashCards: 0,
  seed: 1,
};

/**
 * Quick's and best's settings, and the constants that its switches stand
 * for, were chosen by training on the first 50,000 training records and asking about the last 10,000.
 *
 * @type {Readonly<Record<string, Recipe>>}
 */
export const RECIPES = {
  quick: {
    label: 'Quick',
    explanation:
      'As with flash cards: what it got wrong comes again soon, what it knew later. The fastest way to 98 %.',
    settings: {
      ...PLAIN,
      learningRate: 0.3,
      epochs: 4,
      angle: 10,
      crossEntropy: 1,
      fallingRate: 1,
      flashCards: 0.1,
    },
  },
  best: {
    label: 'Best',
    explanation:
      'For the record: 800 hidden nodes learn from digits that are bent at random. It takes minutes, not seconds.',
    settings: {
      ...PLAIN,
      hiddenNodes: 800,
      learningRate: 0.2,
      epochs: 150,
      angle: 0,
      distortion: 0.8,
      crossEntropy: 1,
      fallingRate: 1,
      flashCards: 0.05,
    },
  },
  notebook: {
    label: 'Notebook',
    explanation: 'Ten times through all records, each as it is and turned by 10° to either side.',
    settings: { ...PLAIN, learningRate: 0.2, epochs: 10, angle: 10 },
  },
  backtrack: {
    label: 'Backtrack',
    explanation: 'Five times through all records as they are, in smaller steps: for looking backwards.',
    settings: { ...PLAIN, learningRate: 0.1, epochs: 5, angle: 0 },
  },
};

/** The page's. */
export const DEFAULT_RECIPE = Object.keys(RECIPES)[0];
export const RECIPE_NAMES = Object.keys(RECIPES).join(', ');

/**
 * @param {string} name
 * @param {unknown} value
 * @param {string} [shown] the value as it was written
 * @returns {number} the value
 * @throws {TypeError | RangeError} naming the setting, what it got and what it takes
 */
export function checkSetting(name, value, shown = String(value)) {
  const setting = SETTINGS.find((candidate) => candidate.name === name);
  if (!setting) {
    throw codedError(TypeError, 'unknown-setting', { got: name, names: SETTINGS.map((s) => s.name) });
  }
  const { min, max, step } = setting;
  const code = step === 1 ? 'takes-whole-number-in-range' : 'takes-number-in-range';
  if (typeof value !== 'number') throw codedError(TypeError, code, { name, min, max, got: describe(value) });
  const fits = value >= min && value <= max && (step !== 1 || Number.isInteger(value));
  if (!fits) throw codedError(RangeError, code, { name, min, max, got: shown });
  return value;
}

/**
 * The settings of a recipe, with changes.
 *
 * @param {string} recipe
 * @param {Partial<Settings>} [changes]
 * @returns {Settings}
 */
export function recipeSettings(recipe, changes = {}) {
  if (!Object.hasOwn(RECIPES, recipe)) {
    throw codedError(RangeError, 'unknown-recipe', { got: describe(recipe), names: Object.keys(RECIPES) });
  }
  const settings = { ...RECIPES[recipe].settings };
  for (const [name, value] of Object.entries(changes)) {
    settings[/** @type {keyof Settings} */ (name)] = checkSetting(name, value);
  }
  return settings;
}

/** @param {unknown} value */
function describe(value) {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
