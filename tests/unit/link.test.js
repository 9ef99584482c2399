import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink, WHOLE_PAGE, writeLink } from '../../web/app/link.js';
import { PART_NAMES } from '../../web/app/routes.js';
import { RECIPES, recipeSettings } from '../../web/shared/settings.js';

test('an empty link gives the default recipe as it stands, and the whole page', () => {
  const { recipe, settings, route, problems } = readLink('');
  assert.equal(recipe, 'quick');
  assert.deepEqual(settings, RECIPES.quick.settings);
  assert.deepEqual(route, { tab: null, card: null, present: false, hide: [] });
  assert.deepEqual(problems, []);
});

test('a link that was written is read back the same', () => {
  const settings = recipeSettings('quick', {
    hiddenNodes: 37,
    learningRate: 0.15,
    epochs: 2,
    angle: 0,
    records: 5000,
    crossEntropy: 0,
    flashCards: 0,
    seed: 42,
  });
  const choice = { recipe: 'backtrack', settings };
  assert.deepEqual(readLink(writeLink(choice)), { ...choice, route: WHOLE_PAGE, problems: [] });
  /** @type {import('../../web/app/link.js').Route} */
  const route = { tab: 'mistakes', card: 3, present: true, hide: ['closer', 'files'] };
  assert.deepEqual(readLink(writeLink(choice, route)), { ...choice, route, problems: [] });
});

test('a link says of the route no more than what differs from the whole page, and can be read by people', () => {
  const choice = { recipe: 'quick', settings: RECIPES.quick.settings };
  assert.equal(writeLink(choice, WHOLE_PAGE), '#recipe=quick&seed=1');
  assert.equal(
    writeLink(choice, { tab: 'imagination', card: 10, present: true, hide: ['settings', 'files'] }),
    '#recipe=quick&seed=1&view=imagination&card=10&present=1&hide=settings,files',
  );
});

test('what a link hides is read in any order, once each, and with its comma in code', () => {
  assert.deepEqual(readLink('#hide=files%2Csettings,files').route.hide, ['settings', 'files']);
  assert.equal(readLink('#present=0').route.present, false);
});

test('a link says the recipe and the seed, and no more than what differs from the recipe', () => {
  const settings = { ...RECIPES.backtrack.settings, epochs: 3 };
  assert.equal(writeLink({ recipe: 'backtrack', settings }), '#recipe=backtrack&seed=1&epochs=3');
});

test('what is wrong in a link is said, and the rest of it holds', () => {
  const { recipe, settings, problems } = readLink(
    '#recipe=cake&epochs=abc&hiddenNodes=0&seed=&size=3&angle=5',
  );
  assert.equal(recipe, 'quick');
  assert.deepEqual(settings, { ...RECIPES.quick.settings, angle: 5 });
  assert.equal(problems.length, 5);
  assert.match(problems[0], /recipe ‘cake’; there are quick, best, notebook, backtrack/);
  assert.match(problems[1], /epochs takes a whole number from 1 to 1000, not ‘abc’/);
  assert.match(problems[2], /hiddenNodes takes a whole number from 1 to 1024, not ‘0’/);
  assert.match(problems[3], /seed takes a whole number/);
  assert.match(problems[4], /unknown setting 'size'/);
});

test('a route that is not there is said, and the rest of the link holds', () => {
  const { settings, route, problems } = readLink(
    '#seed=7&view=cellar&card=0&present=yes&hide=files,cake,settings&hide=',
  );
  assert.equal(settings.seed, 7);
  assert.deepEqual(route, { tab: null, card: null, present: false, hide: [] });
  assert.deepEqual(problems, [
    'in the link, view takes nodes, microscope, mistakes, imagination, not ‘cellar’',
    'in the link, card takes a whole number from 1 to 9999, not ‘0’',
    'in the link, present takes 0, 1, not ‘yes’',
    `in the link, hide takes ${PART_NAMES.join(', ')}, not ‘cake’`,
    `in the link, hide takes ${PART_NAMES.join(', ')}, not ‘’`,
  ]);
  assert.deepEqual(readLink('#hide=files,cake').route.hide, ['files']);
  assert.deepEqual(readLink('').route.hide, []);
});
