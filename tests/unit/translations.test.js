// Each text of the page has a translation in each language, and it says the same numbers and names.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import { LANGUAGE_NAMES } from '../../web/features/language/languages.js';

/** @typedef {{ name: string, contents: (string | { untranslatable: string, index: number })[] }} Message */

const folder = new URL('../../web/languages/', import.meta.url);
const config = readConfigFileAndWriteSchema(fileURLToPath(new URL('lit-localize.json', folder)));
const localizer = new RuntimeLitLocalizer(/** @type {any} */ (config));

/** @param {Message} message */
const text = ({ contents }) =>
  contents.map((part) => (typeof part === 'string' ? part : `{${part.index}}`)).join('');

/** The numbers in a text, however a language groups their digits. @param {Message} message */
const numbers = ({ contents }) =>
  contents
    .flatMap((part) => (typeof part === 'string' ? (part.match(/\d+(?:[.,]\d+)*/g) ?? []) : []))
    .map((number) => number.replace(/[.,]/g, ''))
    .sort();

/** What stands for something else: placeholders, and # for a count. @param {Message} message */
const placeholders = (message) => [...text(message).matchAll(/\{\d+\}|#/g)].map(String).sort();

/**
 * What is wrong with the translations into a language, a line for each.
 *
 * @param {Message[]} messages of the sources
 * @param {Message[]} translations
 * @returns {string[]}
 */
function faults(messages, translations) {
  const known = new Set(messages.map(({ name }) => name));
  const byName = new Map(translations.map((translation) => [translation.name, translation]));
  const stale = translations.filter(({ name }) => !known.has(name));
  return [
    ...stale.map((translation) => `stale: ${text(translation)}`),
    ...messages.flatMap((message) => {
      const translation = byName.get(message.name);
      if (!translation || text(translation).trim() === '') return [`missing: ${text(message)}`];
      const [own, its] = [message, translation].map(placeholders);
      if (own.join() !== its.join()) return [`placeholders ${own}, not ${its}: ${text(message)}`];
      const [wanted, given] = [message, translation].map(numbers);
      return wanted.join() === given.join() ? [] : [`numbers ${wanted}, not ${given}: ${text(message)}`];
    }),
  ];
}

test('faults of translations are found', () => {
  const X = { untranslatable: '', index: 0 };
  const messages = [
    { name: 'a', contents: ['One'] },
    { name: 'b', contents: ['Up to 0.5 of ', X] },
    { name: 'c', contents: ['# files'] },
    { name: 'd', contents: ['Four'] },
  ];
  const translations = [
    { name: 'a', contents: ['Um'] },
    { name: 'b', contents: [X, ': até 0,5'] },
    { name: 'c', contents: ['# arquivos'] },
    { name: 'd', contents: ['Quatro'] },
  ];
  assert.deepEqual(faults(messages, translations), []);
  assert.deepEqual(
    faults(messages, [
      { name: 'b', contents: ['até 0,6 de ', X] },
      { name: 'c', contents: ['arquivos'] },
      { name: 'd', contents: [' '] },
      { name: 'e', contents: ['Cinco'] },
    ]),
    [
      'stale: Cinco',
      'missing: One',
      'numbers 05, not 06: Up to 0.5 of {0}',
      'placeholders #, not : # files',
      'missing: Four',
    ],
  );
});

const { messages, errors } = localizer.extractSourceMessages();

test('the tools find the languages and the texts of the page', () => {
  assert.deepEqual(['en', ...config.targetLocales].sort(), [...LANGUAGE_NAMES].sort());
  assert.deepEqual(errors, []);
  assert.ok(messages.length > 500, `${messages.length} texts`);
});

test('texts are of one line, and bind no properties, whose names the tools would write in small letters', () => {
  for (const message of messages) {
    assert.doesNotMatch(text(message), /\n/);
    for (const part of message.contents) {
      if (typeof part === 'object') assert.doesNotMatch(part.untranslatable, /<[^>]*\s\.\w+=/);
    }
  }
});

for (const language of config.targetLocales) {
  test(`every text has a translation that fits it, in ${language}: make languages adds new texts`, () => {
    const translations = localizer.readTranslationsSync().translations.get(language) ?? [];
    assert.deepEqual(faults(messages, translations), []);
    const file = readFileSync(new URL(`${language}.xlf`, folder), 'utf8');
    const units = Array.from(file.matchAll(/<trans-unit id="(\w+)"/g), ([, name]) => name);
    assert.deepEqual(units.sort(), messages.map(({ name }) => name).sort());
  });
}

test('no translation changes the elements in a text', () => {
  assert.deepEqual(localizer.validateTranslations().errors, []);
});
