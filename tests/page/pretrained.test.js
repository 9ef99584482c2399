import { browserForTests, inChromium, siteForTests } from './setup.js';
import { draw, ready, SEVEN, shows } from './visitor.js';

const site = siteForTests();
const browser = browserForTests('chromium');

inChromium(
  'where the trained network does not come, that is said, and the page works without it',
  async () => {
    site.faults.set('model-[^/]*\\.npz$', (response) => {
      response.statusCode = 404;
      response.end();
    });
    const page = await browser.openPage(site.url);
    await ready(page);
    await shows(page, 'The trained network could not be loaded.');
    await shows(page, 'The server answered 404');
    await draw(page, SEVEN);
    await shows(page, 'Just a guess');
  },
);
