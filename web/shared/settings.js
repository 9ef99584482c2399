import { codedError } from './errors.js';
import { msg } from './message.js';
import { HIDDEN_MAX, RECORDS_MAX } from './shape.js';

/**
 * The settings of a training run, in the order in which the core takes them. Validation, the page's controls and
 * the link all follow from this table.
 *
 * @typedef {object} Settings
 * @property {number} hiddenNodes
 * @property {number} learningRate
 * @property {number} epochs
 * @property {number} angle degrees; 0: off, records only as they are
 * @property {number} distortion strength; 0: off
 * @property {number} adversarial by how much of full ink a step moves pixels against the answer; 0: off
 * @property {number} records number of the file's training records to use; 0: all of them
 * @property {number} crossEntropy 1 or 0
 * @property {number} fallingRate 1 or 0
 * @property {number} decay times the learning rate: the share of each weight that a step takes off; 0: off
 * @property {number} flashCards a record is known if no output is further than this from its target; 0: off
 * @property {number} seed
 *
 * @typedef {object} Setting
 * @property {keyof Settings} name
 * @property {() => string} label
 * @property {() => string} explanation
 * @property {number} min
 * @property {number} max
 * @property {number | 'any'} step of its control; 1: only whole numbers. A whole number from 0 to 1 is a switch.
 */

/** @type {readonly Setting[]} */
export const SETTINGS = [
  {
    name: 'hiddenNodes',
    label: () => msg('Hidden nodes'),
    explanation: () => msg('The number of nodes between the inputs and the outputs.'),
    min: 1,
    max: HIDDEN_MAX,
    step: 1,
  },
  {
    name: 'learningRate',
    label: () => msg('Learning rate'),
    explanation: () => msg('How far each record moves the weights.'),
    min: 0.0001,
    max: 1,
    step: 'any',
  },
  {
    name: 'epochs',
    label: () => msg('Epochs'),
    explanation: () =>
      msg(
        'How many times the network goes through all training records, or through the same number of flash cards.',
      ),
    min: 1,
    max: 1000,
    step: 1,
  },
  {
    name: 'angle',
    label: () => msg('Rotation (degrees)'),
    explanation: () => msg('Each record is also shown rotated by this angle to either side. 0 turns it off.'),
    min: 0,
    max: 180,
    step: 'any',
  },
  {
    name: 'distortion',
    label: () => msg('Distortion'),
    explanation: () =>
      msg(
        'Records are bent, scaled and shifted at random. At 1, people can only just read them. 0 turns it off.',
      ),
    min: 0,
    max: 2,
    step: 'any',
  },
  {
    name: 'adversarial',
    label: () => msg('Adversarial noise'),
    explanation: () =>
      msg(
        'Before each step, some pixels are moved this far in the direction that makes the answer worse. The network learns to withstand it, and people can read what it imagines. 1 is full ink, 0 turns it off.',
      ),
    min: 0,
    max: 1,
    step: 'any',
  },
  {
    name: 'records',
    label: () => msg('Training records'),
    explanation: () =>
      msg('How many of the file’s training records the network learns from. 0 means all of them.'),
    min: 0,
    max: RECORDS_MAX,
    step: 1,
  },
  {
    name: 'crossEntropy',
    label: () => msg('Cross-entropy'),
    explanation: () =>
      msg(
        'Each output learns from its error alone, not from the slope of its sigmoid. A confident mistake is corrected faster.',
      ),
    min: 0,
    max: 1,
    step: 1,
  },
  {
    name: 'fallingRate',
    label: () => msg('Falling rate'),
    explanation: () =>
      msg(
        'The learning rate falls almost to 0 in the first epoch. Then it starts again at half its value and falls to 0. The first epoch is taken to have 60,000 records, as MNIST has. With far fewer, the rate hardly falls, unless “Training records” says how many there are.',
      ),
    min: 0,
    max: 1,
    step: 1,
  },
  {
    name: 'decay',
    label: () => msg('Weight decay'),
    explanation: () =>
      msg('Each step takes this share of the learning rate off every weight. 0 turns it off.'),
    min: 0,
    max: 0.01,
    step: 'any',
  },
  {
    name: 'flashCards',
    label: () => msg('Flash cards'),
    explanation: () =>
      msg(
        'A record is known if no output is further than this from its target. Unknown records come back soon, known ones later and later. 0 turns it off.',
      ),
    min: 0,
    max: 1,
    step: 'any',
  },
  {
    name: 'seed',
    label: () => msg('Seed'),
    explanation: () =>
      msg(
        'The random starting weights come from this number. The same seed and settings always give the same network.',
      ),
    min: 0,
    max: 4_294_967_295,
    step: 1,
  },
];

/**
 * @typedef {object} Recipe
 * @property {() => string} label
 * @property {() => string} explanation
 * @property {Settings} settings
 */

/** The settings that the recipes have in common. */
const PLAIN = {
  hiddenNodes: 200,
  distortion: 0,
  adversarial: 0,
  records: 0,
  crossEntropy: 0,
  fallingRate: 0,
  decay: 0,
  flashCards: 0,
  seed: 1,
};

/**
 * The settings of quick, best and robust, and the constants behind their switches, were chosen by training on the first
 * 50,000 training records and measuring the accuracy on the last 10,000.
 *
 * @type {Readonly<Record<string, Recipe>>}
 */
export const RECIPES = {
  quick: {
    label: () => msg('Quick'),
    explanation: () =>
      msg(
        'Works like flash cards: what the network got wrong comes back soon, what it knew comes back later. The fastest way to 98\u00a0%.',
      ),
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
    label: () => msg('Best'),
    explanation: () =>
      msg(
        'The most accurate: 800 hidden nodes learn from digits that are bent at random. It takes minutes, not seconds.',
      ),
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
  robust: {
    label: () => msg('Robust'),
    explanation: () =>
      msg(
        'Every picture is first changed a little against the network, which learns to withstand it. People can read what it imagines.',
      ),
    settings: {
      ...PLAIN,
      learningRate: 0.1,
      epochs: 4,
      angle: 0,
      adversarial: 0.3,
      crossEntropy: 1,
      fallingRate: 1,
      decay: 0.0001,
    },
  },
  notebook: {
    label: () => msg('Notebook'),
    explanation: () => msg('Ten times through all records, each as it is and turned by 10° to either side.'),
    settings: { ...PLAIN, learningRate: 0.2, epochs: 10, angle: 10 },
  },
  backtrack: {
    label: () => msg('Backtrack'),
    explanation: () =>
      msg(
        'Five times through all records as they are, with a lower learning rate. Made for running the network backwards.',
      ),
    settings: { ...PLAIN, learningRate: 0.1, epochs: 5, angle: 0 },
  },
};

/** The recipe of the page without a link. */
export const DEFAULT_RECIPE = Object.keys(RECIPES)[0];

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {number} the value
 * @throws {TypeError | RangeError} naming the setting, what it got and what it takes
 */
export function checkSetting(name, value) {
  const setting = SETTINGS.find((candidate) => candidate.name === name);
  if (!setting) {
    throw codedError(TypeError, 'unknown-setting', { got: name, names: SETTINGS.map((s) => s.name) });
  }
  const { min, max, step } = setting;
  const code = step === 1 ? 'takes-whole-number-in-range' : 'takes-number-in-range';
  if (typeof value !== 'number') throw codedError(TypeError, code, { name, min, max, got: describe(value) });
  const fits = value >= min && value <= max && (step !== 1 || Number.isInteger(value));
  if (!fits) throw codedError(RangeError, code, { name, min, max, got: String(value) });
  return value;
}

/**
 * The settings of a recipe, with some of them changed.
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
