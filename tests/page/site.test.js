import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteForTests } from './setup.js';

const site = siteForTests();

test('the server has the page, and says so where it has nothing', async () => {
  const page = await fetch(site.url);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<title>Glassbox/);
  for (const path of ['robots.txt', 'data/missing.csv.gz', 'assets/missing.js']) {
    assert.equal((await fetch(site.url + path)).status, 404, path);
  }
});
