/** What of the page a link can open or hide, by the names that it has there, with what the page calls it. */

/** The tabs of ‘Look closer’, in their order. */
export const TABS = {
  nodes: 'Hidden nodes',
  microscope: 'Microscope',
  mistakes: 'Mistakes',
  imagination: 'Imagination',
};

/** What a lesson may do without. The stage always stays. */
export const PARTS = {
  tools: 'Lesson, Present, light and dark, Link and Keys',
  preparation: 'How a drawing is prepared',
  training: 'Training',
  closer: 'Look closer',
  settings: 'Recipe',
  files: 'Records',
};

/** @typedef {keyof typeof TABS} Tab */
/** @typedef {keyof typeof PARTS} Part */

export const TAB_NAMES = /** @type {Tab[]} */ (Object.keys(TABS));
export const PART_NAMES = /** @type {Part[]} */ (Object.keys(PARTS));
