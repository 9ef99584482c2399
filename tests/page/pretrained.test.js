import { after, before, test } from 'node:test';
import { openBrowser } from '../browser/engines.js';
import { serveSite } from './site.js';
import { draw, ready, SEVEN, shows } from './visitor.js';

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let browser;

before(async () => {
  site = await serveSite();
  browser = await openBrowser('chromium');
});
after(async () => {
  await browser?.close();
  site?.close();
});

test('where the trained network does not come, that is said, and the page works without it', async () => {
  site.faults.set('model-[^/]*\\.npz$', (response) => {
    response.statusCode = 404;
    response.end();
  });
  const page = await browser.openPage(site.url);
  await ready(page);
  await shows(page, 'The trained network did not come');
  await shows(page, 'the server answered 404');
  await draw(page, SEVEN);
  await shows(page, 'A mere guess');
});
