import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { siteForTests } from './page/setup.js';

const site = siteForTests();

const built = new URL('../build/site/', import.meta.url);

test('the server has the page, and says so where it has nothing', async () => {
  const page = await fetch(site.url);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<title>Glassbox/);
  for (const path of ['robots.txt', 'assets/missing.csv.gz', 'assets/missing.js']) {
    assert.equal((await fetch(site.url + path)).status, 404, path);
  }
});

test('everything that may change from one release to the next has a name that changes with it', () => {
  assert.deepEqual(readdirSync(built).sort(), [
    'assets',
    'before-paint.js',
    'downloads',
    'icon-192.png',
    'icon-512.png',
    'index.html',
    'service-worker.js',
  ]);
  const names = readdirSync(new URL('assets/', built));
  for (const name of names) assert.match(name, /^\w[\w-]*-[\w-]{8}\.[a-z.]+$/);
  for (const name of ['glassbox', 'model', 'mnist_train', 'mnist_test', 'worker']) {
    assert.equal(names.filter((other) => other.startsWith(`${name}-`)).length, 1, name);
  }
});

test('the styles need nothing that came after the browsers that index.html names', () => {
  const name = readdirSync(new URL('assets/', built)).find((name) => name.endsWith('.css'));
  const css = readFileSync(new URL(`assets/${name}`, built), 'utf8');
  assert.doesNotMatch(css, /light-dark\(|@starting-style|&/);
  // The name of a layer, a media query, or nothing, before a rule: not a rule that holds another.
  for (const [, holder] of css.matchAll(/([^{};]+)\{(?:[^{}]*;)?[^{};]+\{/g)) assert.match(holder, /^@/);
});

test('the records arrive compressed, as they are', async () => {
  const name = readdirSync(new URL('assets/', built)).find((name) => name.startsWith('mnist_test-'));
  const response = await fetch(`${site.url}assets/${name}`);
  assert.equal(response.headers.get('Content-Encoding'), null);
  const expected = readFileSync(new URL('../data/mnist_test.csv.gz', import.meta.url));
  assert.ok(expected.equals(new Uint8Array(await response.arrayBuffer())));
});
