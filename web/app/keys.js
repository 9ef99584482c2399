import { msg, str } from '@lit/localize';
import { PAGES } from '../features/microscope/pages.js';
import { able } from '../features/training/state.js';
import { visible } from './route-state.js';
import { TAB_NAMES, TABS } from './routes.js';

/**
 * The keys that work anywhere on the page. The list of keys shows the same table.
 *
 * @typedef {import('./create-actions.js').Actions} Actions
 * @typedef {import('./page-state.js').State} State
 *
 * @typedef {object} Key
 * @property {string} key as in KeyboardEvent.key; letters in lower case
 * @property {() => string} says its text in the list of keys
 * @property {(actions: Actions, state: State) => void} does the same as its button: nothing if that is disabled
 * @property {boolean} [held] whether it repeats while it is held down
 */

/**
 * Turns the card of the lesson if it is open, otherwise the page of the microscope.
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

// Only keys that no keyboard needs AltGr for: some systems report AltGr as Ctrl and Alt.
/** @type {readonly Key[]} */
export const KEYS = [
  {
    key: 't',
    says: () => msg('Train or pause'),
    does(actions, state) {
      const can = able(state);
      if (can.pause) actions.pause();
      else if (can.train) actions.train();
    },
  },
  {
    key: 's',
    says: () => msg('Step: learn one record'),
    does: (actions, state) => able(state).step && actions.step(),
    held: true,
  },
  { key: 'r', says: () => msg('Reset'), does: (actions, state) => able(state).reset && actions.reset() },
  {
    key: 'z',
    says: () => msg('Undo reset'),
    does: (actions, state) => able(state).undoReset && actions.undoReset(),
  },
  { key: 'c', says: () => msg('Clear the drawing'), does: (actions) => actions.draw([]) },
  {
    key: 'u',
    says: () => msg('Undo the last change to the drawing (also Ctrl+Z or ⌘Z)'),
    does: (actions) => actions.undo(),
    held: true,
  },
  {
    key: 'e',
    says: () => msg('Draw an example'),
    does: (actions, state) => state.ready && actions.drawExample(),
  },
  {
    key: 'k',
    says: () => msg('Keep the drawing on the pad for your class'),
    does: (actions, state) => !state.hide.includes('collection') && actions.keepAsked(),
  },
  { key: '-', says: () => msg('Slower'), does: (actions) => actions.slower() },
  { key: '+', says: () => msg('Faster'), does: (actions) => actions.faster() },
  {
    key: ',',
    says: () => msg('Go back one snapshot'),
    does: (actions) => actions.previousSnapshot(),
    held: true,
  },
  {
    key: '.',
    says: () => msg('Go forward one snapshot'),
    does: (actions) => actions.nextSnapshot(),
    held: true,
  },
  { key: 'n', says: () => msg('Next card of the lesson or page of the microscope'), does: turn(1) },
  { key: 'b', says: () => msg('Previous card or page'), does: turn(-1) },
  {
    key: 'f',
    says: () => msg('Fold the card of the lesson to one line, or unfold it'),
    does: (actions) => actions.foldCard(),
  },
  { key: '0', says: () => msg('Go to the drawing and the network'), does: (actions) => actions.goToStage() },
  ...TAB_NAMES.map((tab, i) => ({
    key: String(i + 1),
    says: () => msg(str`Look closer: ${TABS[tab]()}`),
    does(/** @type {Actions} */ actions, /** @type {State} */ state) {
      if (state.hide.includes('closer')) return;
      actions.openTab(tab);
      actions.goToCloser();
    },
  })),
  {
    key: 'p',
    says: () => msg('Start or leave the presentation'),
    does: (actions, state) => (state.present ? actions.leave() : actions.present()),
  },
  {
    key: 'Escape',
    says: () => msg('Unpin, or leave the presentation or the lesson'),
    does(actions, state) {
      if (state.stage.pinned) actions.unpin();
      else if (state.present) actions.leave();
      else actions.leaveLesson();
    },
  },
  { key: 'l', says: () => msg('Light colours'), does: (actions) => actions.chooseScheme('light') },
  { key: 'd', says: () => msg('Dark colours'), does: (actions) => actions.chooseScheme('dark') },
  { key: '?', says: () => msg('Show this list'), does: (actions) => actions.listKeys() },
];

/** Elements in which keys type or choose something. */
const TYPING =
  'select, textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=range], [type=file])';

/** What the other keys write on a keyboard of the United States, by their places as in KeyboardEvent.code. */
const PLACES = /** @type {Record<string, string>} */ ({
  Minus: '-',
  Comma: ',',
  Period: '.',
  'Shift+Equal': '+',
  'Shift+Slash': '?',
});

/** A character that belongs to another script than the Latin one; most signs belong to all scripts. */
const FOREIGN = /^[^\p{scx=Latin}\p{scx=Common}\p{scx=Inherited}]/u;

/** @param {string} code of a key with a digit @returns {string | undefined} */
const digitOf = (code) => /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];

/**
 * What a key writes, in small letters. If it is of another script, the key's place counts, as on a keyboard of the
 * United States.
 *
 * @param {Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>} event
 * @returns {string | undefined}
 */
function written({ key, code = '', shiftKey }) {
  // A key may write several characters, as an Arabic one does.
  if (!FOREIGN.test(key)) return key.length > 1 ? key : key.toLowerCase();
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  return (
    letter?.toLowerCase() ?? digitOf(code) ?? PLACES[`${shiftKey ? 'Shift+' : ''}${code}`] ?? PLACES[code]
  );
}

/**
 * The key of the list that is pressed, on any keyboard. In the row of digits the place counts, too, because some
 * keyboards, such as the French one, write digits with Shift only.
 *
 * @param {Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>} event
 */
function listed(event) {
  const found = KEYS.find((each) => each.key === written(event));
  const isSign = event.key.length === 1 || FOREIGN.test(event.key);
  if (found || !isSign || event.shiftKey) return found;
  return KEYS.find((each) => each.key === digitOf(event.code ?? ''));
}

/**
 * Handles a key, unless it was meant for something else.
 *
 * @param {Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'repeat' |
 *   'isComposing' | 'defaultPrevented' | 'target' | 'preventDefault' | 'getModifierState'>} event
 * @param {Actions} actions
 * @param {State} state
 */
export function press(event, actions, state) {
  const { ctrlKey, altKey, metaKey, repeat, isComposing, defaultPrevented, target } = event;
  if (defaultPrevented || isComposing || altKey || state.dialog) return;
  // On Linux, AltGr is neither Ctrl nor Alt.
  if (event.getModifierState?.('AltGraph')) return;
  if (/** @type {Partial<Element> | null} */ (target)?.matches?.(TYPING)) return;
  if (ctrlKey || metaKey) {
    if (written(event) !== 'z' || event.shiftKey) return;
    // Safari would reopen the tab that was closed last.
    event.preventDefault();
    actions.undo();
    return;
  }
  const found = listed(event);
  // Speech input can press letters by accident, so they can be switched off (WCAG 2.1.4).
  if (!found || (found.key.length === 1 && !state.keyboard.on)) return;
  if (repeat && !found.held) return;
  found.does(actions, state);
}
