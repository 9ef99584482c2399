import { msg } from '@lit/localize';

/** The parts of the page that a link can open or hide: the names used in links, and those shown on the page. */

/** The tabs of ‘Look closer’, in order. */
export const TABS = {
  nodes: () => msg('Hidden nodes'),
  microscope: () => msg('Microscope'),
  mistakes: () => msg('Mistakes'),
  imagination: () => msg('Imagination'),
};

/** The parts that a link can hide. The stage always stays. */
export const PARTS = {
  tools: () => msg('Lesson, For teachers, Present, light and dark, language, Link and Keys'),
  preparation: () => msg('How a drawing is prepared'),
  foil: () => msg('Fool it'),
  training: () => msg('Training'),
  closer: () => msg('Look closer'),
  settings: () => msg('Recipe'),
  files: () => msg('Records'),
  collection: () => msg('Your class'),
  network: () => msg('Network files'),
  machine: () => msg('On this machine'),
  download: () => msg('Take it with you'),
};

/** @typedef {keyof typeof TABS} Tab */
/** @typedef {keyof typeof PARTS} Part */

export const TAB_NAMES = /** @type {Tab[]} */ (Object.keys(TABS));
export const PART_NAMES = /** @type {Part[]} */ (Object.keys(PARTS));
