import { SPEEDS } from '../speeds.js';
import { VIEW_NAMES, VIEWS } from './places.js';
import { able, momentShown, visible } from './state.js';
import { PAGES } from './views/microscope/pages.js';

/**
 * The keys that work anywhere on the page: one table, from which the list under ‘?’ follows, too.
 *
 * @typedef {import('./actions.js').Actions} Actions
 * @typedef {import('./state.js').State} State
 *
 * @typedef {object} Key
 * @property {string} key as KeyboardEvent's, letters small
 * @property {string} says what it does
 * @property {(actions: Actions, state: State) => void} does nothing, where its button could not be pressed
 * @property {boolean} [held] whether it goes on while it is held down
 */

/** @type {readonly Key[]} */
export const KEYS = [
  {
    key: 't',
    says: 'Train, or pause',
    does(actions, state) {
      const can = able(state);
      if (can.pause) actions.pause();
      else if (can.train) actions.train();
    },
  },
  {
    key: 's',
    says: 'Step: learn one record',
    does: (actions, state) => able(state).step && actions.step(),
    held: true,
  },
  { key: 'r', says: 'Reset', does: (actions, state) => able(state).reset && actions.reset() },
  { key: '-', says: 'Slower', does: (actions, state) => changeSpeed(actions, state, -1) },
  { key: '+', says: 'Faster', does: (actions, state) => changeSpeed(actions, state, 1) },
  {
    key: ',',
    says: 'Rewind: look further back',
    does: (actions, state) => rewind(actions, state, -1),
    held: true,
  },
  {
    key: '.',
    says: 'Rewind: look less far back',
    does: (actions, state) => rewind(actions, state, 1),
    held: true,
  },
  { key: 'c', says: 'Clear the drawing', does: (actions) => actions.draw([]) },
  { key: 'e', says: 'Draw an example', does: (actions, state) => state.ready && actions.drawExample() },
  { key: '0', says: 'Go to the drawing and the network', does: (actions) => actions.goToStage() },
  ...VIEW_NAMES.map((view, i) => ({
    key: String(i + 1),
    says: `Look closer: ${VIEWS[view]}`,
    does(/** @type {Actions} */ actions, /** @type {State} */ state) {
      if (state.hide.includes('closer')) return;
      actions.look(view);
      actions.goToCloser();
    },
  })),
  { key: 'n', says: 'Next page of the microscope', does: (actions, state) => turnPage(actions, state, 1) },
  { key: 'b', says: 'Back, in the microscope', does: (actions, state) => turnPage(actions, state, -1) },
  {
    key: 'p',
    says: 'Present, or leave the presentation',
    does: (actions, state) => (state.present ? actions.leave() : actions.present()),
  },
  {
    key: 'Escape',
    says: 'Leave the presentation',
    does: (actions, state) => state.present && actions.leave(),
  },
  { key: 'l', says: 'Light', does: (actions) => actions.chooseScheme('light') },
  { key: 'd', says: 'Dark', does: (actions) => actions.chooseScheme('dark') },
  { key: '?', says: 'This list', does: (actions) => actions.listKeys() },
];

/** @param {Actions} actions @param {State} state @param {number} by */
function changeSpeed(actions, state, by) {
  const speed = SPEEDS[SPEEDS.indexOf(state.speed) + by];
  if (state.ready && speed) actions.changeSpeed(speed);
}

/** @param {Actions} actions @param {State} state @param {number} by */
function rewind(actions, state, by) {
  const { moments } = state.run;
  const moment = momentShown(state) + by;
  if (moment >= 0 && moment <= moments.length) actions.rewind(moments[moment] ?? null);
}

/** @param {Actions} actions @param {State} state @param {number} by */
function turnPage(actions, state, by) {
  const { specimen, page } = state.microscope;
  const shown = specimen && state.view === 'microscope' && visible(state, 'closer');
  if (shown && PAGES[page + by]) actions.turnTo(page + by);
}

/** Where keys write or choose something. */
const TYPING =
  'select, textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=range], [type=file])';

/**
 * Does what a key does, unless it was meant for something else.
 *
 * @param {Pick<KeyboardEvent,
 *   'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'defaultPrevented' | 'target' | 'preventDefault'>} event
 * @param {Actions} actions
 * @param {State} state
 */
export function press(event, actions, state) {
  const { key, ctrlKey, altKey, metaKey, repeat, defaultPrevented, target } = event;
  if (defaultPrevented || ctrlKey || altKey || metaKey || state.tools.open) return;
  if (/** @type {Partial<Element> | null} */ (target)?.matches?.(TYPING)) return;
  // Who speaks to the machine presses letters unawares: they can be switched off (WCAG 2.1.4).
  if (key.length === 1 && !state.tools.keysOn) return;
  const found = KEYS.find((each) => each.key === (key.length === 1 ? key.toLowerCase() : key));
  if (!found || (repeat && !found.held)) return;
  found.does(actions, state);
}
