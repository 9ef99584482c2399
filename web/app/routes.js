/** The parts of the page that a link can open or hide: the names used in links, and those shown on the page. */

/** The tabs of ‘Look closer’, in order. */
export const TABS = {
  nodes: 'Hidden nodes',
  microscope: 'Microscope',
  mistakes: 'Mistakes',
  imagination: 'Imagination',
};

/** The parts that a link can hide. The stage always stays. */
export const PARTS = {
  tools: 'Lesson, For teachers, Present, light and dark, Link and Keys',
  preparation: 'How a drawing is prepared',
  foil: 'Fool it',
  training: 'Training',
  closer: 'Look closer',
  settings: 'Recipe',
  files: 'Records',
  collection: 'Your class',
  network: 'Network files',
  machine: 'On this machine',
  download: 'Take it with you',
};

/** @typedef {keyof typeof TABS} Tab */
/** @typedef {keyof typeof PARTS} Part */

export const TAB_NAMES = /** @type {Tab[]} */ (Object.keys(TABS));
export const PART_NAMES = /** @type {Part[]} */ (Object.keys(PARTS));
