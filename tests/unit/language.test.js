import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
// Before there is a document, which Lit would take for a browser's.
import 'lit';
import { linkTo, readLink, WHOLE_PAGE, writeLink } from '../../web/app/link.js';
import { wholePage } from '../../web/app/route-state.js';
import { collectingActions } from '../../web/features/collection/collecting.js';
import { initialCollection, MOST } from '../../web/features/collection/state.js';
import { languageActions } from '../../web/features/language/actions.js';
import { LANGUAGES, languageFor } from '../../web/features/language/languages.js';
import { initialLanguage } from '../../web/features/language/state.js';
import { SETTINGS } from '../../web/shared/settings.js';
import { aDigit, day, decimal, list, percent, quantity, records, whole } from '../../web/ui/format.js';
import { OWN, setName } from '../../web/ui/set-name.js';

/**
 * The actions of a page, in a browser that wants these languages.
 *
 * @param {{ wanted?: string[], stored?: string }} [browser]
 */
function page({ wanted = [], stored } = {}) {
  const storage = new Map(stored ? [['glassbox.language', stored]] : []);
  const documentElement = { lang: 'en' };
  for (const [name, value] of Object.entries({
    window: new EventTarget(),
    document: { documentElement, querySelectorAll: () => [] },
    navigator: { languages: wanted },
    localStorage: {
      getItem: (/** @type {string} */ name) => storage.get(name) ?? null,
      setItem: (/** @type {string} */ name, /** @type {string} */ value) => storage.set(name, value),
    },
  })) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  const state = { language: initialLanguage() };
  /** @type {(() => string)[]} */
  const problems = [];
  /** @type {any} */
  const context = {
    state,
    show() {},
    addProblem: (/** @type {() => string} */ problem) => problems.push(problem),
  };
  return { state, storage, documentElement, problems, actions: languageActions(context) };
}

test('of the languages that somebody wants, the first is taken that the page has, in any country', () => {
  assert.equal(languageFor(['de-AT', 'pt-PT', 'es']), 'pt');
  assert.equal(languageFor(['ES_419']), 'es');
  assert.equal(languageFor(['fr', 'constructor']), null);
  assert.equal(languageFor([]), null);
});

test('the link’s language comes before the one chosen earlier, and that before the browser’s', async () => {
  for (const [linked, stored, wanted, expected] of /** @type {const} */ ([
    ['es', 'pt', 'en', 'es'],
    [null, 'pt', 'es', 'pt'],
    [null, 'xx', 'es', 'es'],
    [null, undefined, 'fr', 'en'],
  ])) {
    const { state, actions, storage, problems } = page({ wanted: [wanted], stored });
    await actions.speakFirst(linked);
    assert.deepEqual(problems, []);
    assert.equal(state.language.name, expected);
    assert.equal(storage.get('glassbox.language'), stored, 'only a choice is stored');
  }
});

test('texts, numbers, plurals and lists change with the language, and English comes back', async () => {
  const written = () => [
    whole(12_345),
    decimal(0.5),
    percent(0.9712),
    quantity(1.46, 'megabyte', 1),
    records(0),
    records(1),
    records(2000),
    list(['a', 'b', 'c']),
    aDigit(8),
    day(Date.UTC(2026, 10, 26, 12)),
    SETTINGS[1].label(),
  ];
  const english = written();
  const { actions, documentElement, storage } = page();
  await actions.chooseLanguage('pt');
  assert.deepEqual(written(), [
    ...['12.345', '0,50', '97,12\u00a0%', '1,5 MB', '0 registro', '1 registro', '2.000 registros'],
    ...['a, b e c', 'um 8', '26 de novembro', 'Taxa de aprendizado'],
  ]);
  assert.equal(documentElement.lang, 'pt-BR');
  await actions.chooseLanguage('es');
  assert.deepEqual(written(), [
    ...['12.345', '0,50', '97,12\u00a0%', '1,5 MB', '0 registros', '1 registro', '2000 registros'],
    ...['a, b y c', 'un 8', '26 de noviembre', 'Tasa de aprendizaje'],
  ]);
  assert.equal(documentElement.lang, 'es');
  assert.equal(storage.get('glassbox.language'), 'es');
  await actions.chooseLanguage('en');
  assert.deepEqual(written(), english);
});

test('a language that cannot be loaded is said in the one before, which stays', async (t) => {
  const { actions, state, problems, documentElement } = page();
  await actions.speak('es');
  const { load } = LANGUAGES.pt;
  t.after(() => actions.speak('en'));
  LANGUAGES.pt.load = () => Promise.reject(new Error('offline'));
  await actions.speak('pt');
  LANGUAGES.pt.load = load;
  assert.deepEqual([state.language.name, documentElement.lang, aDigit(3)], ['es', 'es', 'un 3']);
  assert.match(problems[0](), /^No se pudo cargar la página en el idioma elegido/);
  await actions.speak('pt');
  assert.deepEqual([state.language.name, documentElement.lang, aDigit(3)], ['pt', 'pt-BR', 'um 3']);
});

test('what was said before is said in the language of the page', async () => {
  const { actions } = page();
  const {
    problems: [problem],
  } = readLink('#seed=five');
  const state = { collection: { ...initialCollection(), records: new Array(MOST), strokes: [[[0, 0]]] } };
  /** @type {any} */
  const context = { state: { ...state, ready: true }, show() {} };
  await collectingActions(context, () => {}).keepAsked();
  const says = () => [problem(), String(state.collection.said?.()), setName(OWN)];
  assert.match(says().join(), /^The link says.*There are 10,000 records.*Your class$/);
  await actions.chooseLanguage('pt');
  assert.match(says().join(), /^O link.*Há 10\.000 registros.*Sua turma$/);
  await actions.chooseLanguage('en');
});

test('a link names a language, and leaves that of the host alone', () => {
  const { recipe, settings } = readLink('');
  const link = writeLink({ recipe, settings }, { ...WHOLE_PAGE, lang: 'pt' });
  assert.equal(link, '#recipe=quick&seed=1&lang=pt');
  assert.equal(readLink(link).route.lang, 'pt');
  assert.equal(readLink('#lang=pt-BR').route.lang, 'pt');
  assert.deepEqual(readLink('?lang=pt').route, WHOLE_PAGE);
  assert.deepEqual(readLink('#lang=xx'), { recipe, settings, route: WHOLE_PAGE, problems: [] });
  assert.equal(linkTo('https://example.org/?lang=pt&seed=2', link), `https://example.org/?lang=pt${link}`);
});

test('a plan’s link names the language only if the page’s own link does', () => {
  assert.deepEqual(wholePage({ language: { name: 'pt', isLinked: false } }), WHOLE_PAGE);
  assert.equal(wholePage({ language: { name: 'pt', isLinked: true } }).lang, 'pt');
});

test('a page that does not start says each of its reasons in every language, and marks it', () => {
  const index = readFileSync(new URL('../../web/index.html', import.meta.url), 'utf8');
  const reasons = Array.from(index.matchAll(/<li data-reason="\w+">(.*?)<\/li>/gs), ([, reason]) => reason);
  assert.equal(reasons.length, 6);
  const tags = Object.values(LANGUAGES).map(({ tag }) => tag);
  for (const reason of reasons) {
    const paragraphs = reason.matchAll(/<p(?: lang="([\w-]+)")?>/g);
    assert.deepEqual(
      Array.from(paragraphs, ([, lang]) => lang ?? 'en'),
      tags,
    );
  }
});
