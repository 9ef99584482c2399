import { PAGES } from '../features/microscope/pages.js';
import { able } from '../features/training/state.js';
import { visible } from './route-state.js';
import { TAB_NAMES, TABS } from './routes.js';

/**
 * The keys that work anywhere on the page: one table, from which the list under ‘?’ follows, too.
 *
 * @typedef {import('./create-actions.js').Actions} Actions
 * @typedef {import('./page-state.js').State} State
 *
 * @typedef {object} Key
 * @property {string} key as KeyboardEvent's, letters small
 * @property {string} says what it does
 * @property {(actions: Actions, state: State) => void} does nothing, where its button could not be pressed
 * @property {boolean} [held] whether it goes on while it is held down
 */

/**
 * Turns the card of the lesson that is open, else the page of the microscope.
 *
 * @param {1 | -1} by
 * @returns {Key['does']}
 */
function turn(by) {
  return (actions, state) => {
    const page = state.microscope.page + by;
    if (state.lesson.card !== null) by > 0 ? actions.nextCard() : actions.previousCard();
    else if (
      visible(state, 'closer') &&
      state.tab === 'microscope' &&
      state.microscope.specimen &&
      PAGES[page]
    ) {
      actions.turnTo(page);
    }
  };
}

// Keys that every keyboard has without AltGr, which is Ctrl and Alt to some systems.
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
  { key: 'c', says: 'Clear the drawing', does: (actions) => actions.draw([]) },
  { key: 'e', says: 'Draw an example', does: (actions, state) => state.ready && actions.drawExample() },
  { key: '-', says: 'Slower', does: (actions) => actions.slower() },
  { key: '+', says: 'Faster', does: (actions) => actions.faster() },
  { key: ',', says: 'Back in time', does: (actions) => actions.lookBack(), held: true },
  { key: '.', says: 'Forward in time', does: (actions) => actions.lookForward(), held: true },
  { key: 'n', says: 'Next card of the lesson, or page of the microscope', does: turn(1) },
  { key: 'b', says: 'Back a card, or a page', does: turn(-1) },
  { key: '0', says: 'Go to the drawing and the network', does: (actions) => actions.goToStage() },
  ...TAB_NAMES.map((tab, i) => ({
    key: String(i + 1),
    says: `Look closer: ${TABS[tab]}`,
    does(/** @type {Actions} */ actions, /** @type {State} */ state) {
      if (state.hide.includes('closer')) return;
      actions.openTab(tab);
      actions.goToCloser();
    },
  })),
  {
    key: 'p',
    says: 'Present, or leave the presentation',
    does: (actions, state) => (state.present ? actions.leave() : actions.present()),
  },
  {
    key: 'Escape',
    says: 'Leave the presentation or the lesson; first, let go of what is explained',
    does(actions, state) {
      if (state.stage.pinned) actions.unpin();
      else if (state.present) actions.leave();
      else actions.leaveLesson();
    },
  },
  { key: 'l', says: 'Light', does: (actions) => actions.chooseScheme('light') },
  { key: 'd', says: 'Dark', does: (actions) => actions.chooseScheme('dark') },
  { key: '?', says: 'This list', does: (actions) => actions.listKeys() },
];

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
  if (defaultPrevented || ctrlKey || altKey || metaKey || state.dialog) return;
  if (/** @type {Partial<Element> | null} */ (target)?.matches?.(TYPING)) return;
  // Who speaks to the machine presses letters unawares: they can be switched off (WCAG 2.1.4).
  if (key.length === 1 && !state.keyboard.on) return;
  const found = KEYS.find((each) => each.key === (key.length === 1 ? key.toLowerCase() : key));
  if (!found || (repeat && !found.held)) return;
  found.does(actions, state);
}
