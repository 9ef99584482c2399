// What tests of the page need before they start, and give back when they have ended. Each belongs to the
// file or the suite in which it is called.

import { after, before } from 'node:test';
import { openBrowser } from '../browser/engines.js';
import { serveSite } from './site.js';

/** The page, served while the tests run. */
export function siteForTests() {
  /** @type {Awaited<ReturnType<typeof serveSite>>} */
  let site;
  before(async () => {
    site = await serveSite();
  });
  after(() => site?.close());
  return {
    get url() {
      return site.url;
    },
    get faults() {
      return site.faults;
    },
  };
}

/**
 * A browser, open while the tests run.
 *
 * @param {import('../browser/engines.js').Engine} engine
 * @returns {Pick<import('../browser/engines.js').Browser, 'openPage'>}
 */
export function browserForTests(engine) {
  /** @type {import('../browser/engines.js').Browser} */
  let browser;
  before(async () => {
    browser = await openBrowser(engine);
  });
  after(() => browser?.close());
  return { openPage: (...page) => browser.openPage(...page) };
}
