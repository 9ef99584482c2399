import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink, writeLink } from '../../web/page/link.js';
import { RECIPES, recipeSettings } from '../../web/settings.js';

test('an empty link gives the default recipe as it stands', () => {
  const { recipe, settings, problems } = readLink('');
  assert.equal(recipe, 'quick');
  assert.deepEqual(settings, RECIPES.quick.settings);
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
  const link = writeLink({ recipe: 'backtrack', settings });
  assert.deepEqual(readLink(link), { recipe: 'backtrack', settings, problems: [] });
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
