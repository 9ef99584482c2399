import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS, press } from '../../web/app/keys.js';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';

/**
 * What the page is asked to do when a key is pressed.
 *
 * @param {string} key
 * @param {(state: import('../../web/app/page-state.js').State) => void} [set]
 * @param {Partial<KeyboardEvent>} [event]
 */
function asked(key, set = () => {}, event = {}) {
  const state = initialState(readLink(''));
  state.ready = true;
  set(state);
  /** @type {string[]} */
  const calls = [];
  const actions = /** @type {import('../../web/app/create-actions.js').Actions} */ (
    new Proxy(
      {},
      {
        get:
          (_, name) =>
          (/** @type {unknown[]} */ ...args) =>
            calls.push([String(name), ...args].join(' ').trim()),
      },
    )
  );
  press(/** @type {KeyboardEvent} */ ({ key, target: null, preventDefault() {}, ...event }), actions, state);
  return calls;
}

test('no key is listed twice, and each does something on a page that can do all', () => {
  assert.ok(KEYS.length > 0, 'there are no keys');
  assert.equal(new Set(KEYS.map(({ key }) => key)).size, KEYS.length);
  for (const { key } of KEYS) {
    assert.notDeepEqual(
      asked(key, (state) => {
        state.runs.main.undoable = true;
        state.present = 'closer';
        state.tab = 'microscope';
        state.microscope = { specimen: /** @type {any} */ ({}), page: 1, seeking: false };
      }),
      [],
      key,
    );
  }
});

test('keys do what their buttons do, large or small, and nothing where those could not be pressed', () => {
  assert.deepEqual(asked('t'), ['train']);
  assert.deepEqual(asked('T'), ['train']);
  assert.deepEqual(
    asked('t', ({ runs }) => Object.assign(runs.main, { active: true })),
    ['pause'],
  );
  for (const key of ['t', 's'])
    assert.deepEqual(
      asked(key, ({ runs }) => Object.assign(runs.main, { done: true })),
      [],
    );
  assert.deepEqual(asked('z'), [], 'nothing was discarded');
  assert.deepEqual(
    asked('z', ({ runs }) => Object.assign(runs.main, { undoable: true })),
    ['undoReset'],
  );
  const early = (/** @type {{ ready: boolean }} */ state) => Object.assign(state, { ready: false });
  for (const key of ['t', 's', 'r', 'e']) assert.deepEqual(asked(key, early), []);
});

test('digits open the tabs, unless a link has hidden them', () => {
  assert.deepEqual(asked('1'), ['openTab nodes', 'goToCloser']);
  assert.deepEqual(asked('4'), ['openTab imagination', 'goToCloser']);
  assert.deepEqual(asked('5'), []);
  assert.deepEqual(
    asked('1', (state) => Object.assign(state, { hide: ['closer'] })),
    [],
  );
});

test('P presents and leaves; Escape leaves the presentation, then the lesson', () => {
  const presenting = (/** @type {object} */ state) => Object.assign(state, { present: 'closer' });
  assert.deepEqual(asked('p'), ['present']);
  assert.deepEqual(asked('p', presenting), ['leave']);
  assert.deepEqual(asked('Escape'), ['leaveLesson']);
  assert.deepEqual(asked('Escape', presenting), ['leave']);
});

test('keys that are meant for the browser, for what has the focus, or for a dialog are left alone', () => {
  for (const held of ['ctrlKey', 'altKey', 'metaKey', 'defaultPrevented']) {
    assert.deepEqual(asked('t', undefined, { [held]: true }), [], held);
  }
  const select = /** @type {any} */ ({ matches: (/** @type {string} */ list) => list.includes('select') });
  assert.deepEqual(asked('t', undefined, { target: select }), []);
  assert.deepEqual(
    asked('t', (state) => Object.assign(state, { dialog: 'keys' })),
    [],
  );
});

test('U undoes, and so does what undoes elsewhere, except where text is typed or in a dialog', () => {
  assert.deepEqual(asked('u'), ['undo']);
  for (const held of ['ctrlKey', 'metaKey']) {
    assert.deepEqual(asked('z', undefined, { [held]: true }), ['undo'], held);
    assert.deepEqual(asked('z', undefined, { [held]: true, altKey: true }), [], `${held} and Alt`);
  }
  assert.deepEqual(asked('z'), []);
  const input = /** @type {any} */ ({ matches: () => true });
  assert.deepEqual(asked('z', undefined, { ctrlKey: true, target: input }), []);
  assert.deepEqual(
    asked('z', (state) => Object.assign(state, { dialog: 'keys' }), { ctrlKey: true }),
    [],
  );
});

test('N and B turn the microscope’s pages while it is looked through, and not beyond its ends', () => {
  /** @param {number} page */
  const at =
    (page, tab = 'microscope') =>
    (/** @type {object} */ state) =>
      Object.assign(state, { tab, microscope: { specimen: {}, page } });
  assert.deepEqual(asked('n', at(3)), ['turnTo 4']);
  assert.deepEqual(asked('b', at(3)), ['turnTo 2']);
  assert.deepEqual(asked('b', at(0)), []);
  assert.deepEqual(asked('n', at(8)), []);
  assert.deepEqual(asked('n', at(3, 'mistakes')), []);
  assert.deepEqual(
    asked('n', (state) => Object.assign(at(3)(state), { present: 'stage' })),
    [],
  );
  assert.deepEqual(asked('n'), []);
});

test('N and B turn the cards of a lesson that is open, whatever else is looked through', () => {
  const open = (/** @type {object} */ state) =>
    Object.assign(state, { lesson: { card: 2 }, tab: 'microscope', microscope: { specimen: {}, page: 3 } });
  assert.deepEqual(asked('n', open), ['nextCard']);
  assert.deepEqual(asked('b', open), ['previousCard']);
});

test('a key that is held down goes on only where that is of use', () => {
  assert.deepEqual(asked('s', undefined, { repeat: true }), ['step']);
  assert.deepEqual(asked('t', undefined, { repeat: true }), []);
  assert.deepEqual(asked('p', undefined, { repeat: true }), []);
});

test('keys that are switched off do nothing, but Escape still leaves a presentation', () => {
  const off = (/** @type {import('../../web/app/page-state.js').State} */ state) => {
    state.present = 'stage';
    state.keyboard.on = false;
  };
  for (const { key } of KEYS) assert.deepEqual(asked(key, off), key === 'Escape' ? ['leave'] : [], key);
});

// What keyboards send: [KeyboardEvent.key, KeyboardEvent.code, what the page does].
/** @type {Record<string, [string, string, string][]>} */
const KEYBOARDS = {
  Russian: [
    ['е', 'KeyT', 'train'],
    ['Е', 'KeyT', 'train'],
    ['ы', 'KeyS', 'step'],
    ['б', 'Comma', 'previousSnapshot'],
    ['ю', 'Period', 'nextSnapshot'],
    ['.', 'Slash', 'nextSnapshot'],
    ['й', 'KeyQ', ''],
    ['х', 'BracketLeft', ''],
  ],
  Greek: [
    ['τ', 'KeyT', 'train'],
    ['Ρ', 'KeyR', 'reset'],
    [';', 'KeyQ', ''],
    ['Dead', 'Semicolon', ''],
  ],
  Hebrew: [
    ['א', 'KeyT', 'train'],
    ['פ', 'KeyP', 'present'],
    ['ת', 'Comma', 'previousSnapshot'],
    ['ץ', 'Period', 'nextSnapshot'],
    [',', 'Quote', 'previousSnapshot'],
    ["'", 'KeyW', ''],
  ],
  Arabic: [
    ['ف', 'KeyT', 'train'],
    ['لا', 'KeyB', 'previousCard'],
    ['ى', 'KeyN', 'nextCard'],
    ['١', 'Digit1', 'openTab nodes'],
    ['۲', 'Numpad2', 'openTab microscope'],
  ],
  Hindi: [
    ['े', 'KeyS', 'step'],
    ['ज', 'KeyP', 'present'],
  ],
  'French (AZERTY)': [
    ['t', 'KeyT', 'train'],
    ['&', 'Digit1', 'openTab nodes'],
    ['é', 'Digit2', 'openTab microscope'],
    ['"', 'Digit3', 'openTab mistakes'],
    ["'", 'Digit4', 'openTab imagination'],
    ['à', 'Digit0', 'goToStage'],
    ['-', 'Digit6', 'slower'],
    ['a', 'KeyQ', ''],
    ['²', 'Backquote', ''],
  ],
  Dvorak: [
    ['t', 'KeyK', 'train'],
    ['y', 'KeyT', ''],
    ['r', 'KeyO', 'reset'],
  ],
  Turkish: [['ı', 'KeyI', '']],
  'input method': [['Process', 'KeyT', '']],
  'keyboard on a screen': [['Unidentified', '', '']],
};

for (const [name, keys] of Object.entries(KEYBOARDS)) {
  test(`keys work by letter, or by place if it is of another script: ${name}`, () => {
    const inLesson = (/** @type {object} */ state) => Object.assign(state, { lesson: { card: 2 } });
    for (const [key, code, does] of keys) {
      const [first = ''] = asked(key, inLesson, { code });
      assert.equal(first, does, `${key} at ${code}`);
    }
  });
}

test('Shift counts by place, too: the Arabic question mark lists the keys, and Shift+1 of Latin keyboards is not 1', () => {
  assert.deepEqual(asked('؟', undefined, { code: 'Slash', shiftKey: true }), ['listKeys']);
  assert.deepEqual(asked('ظ', undefined, { code: 'Slash' }), []);
  assert.deepEqual(asked('Б', undefined, { code: 'Comma', shiftKey: true }), ['previousSnapshot']);
  assert.deepEqual(asked('!', undefined, { code: 'Digit1', shiftKey: true }), []);
  assert.deepEqual(asked('1', undefined, { code: 'Digit1', shiftKey: true }), [
    'openTab nodes',
    'goToCloser',
  ]);
});

test('what is being composed or written with AltGr is left alone, whichever keyboard it is', () => {
  assert.deepEqual(asked('τ', undefined, { code: 'KeyT', isComposing: true }), []);
  assert.deepEqual(asked('т', undefined, { code: 'KeyN', ctrlKey: true }), []);
  const altGr = (/** @type {string} */ name) => name === 'AltGraph';
  assert.deepEqual(asked('²', undefined, { code: 'Digit2', getModifierState: altGr }), []);
  assert.deepEqual(asked('е', undefined, { code: 'KeyT', repeat: true }), []);
  assert.deepEqual(asked('ы', undefined, { code: 'KeyS', repeat: true }), ['step']);
});
