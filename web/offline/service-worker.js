/**
 * The service worker: it answers from copies on this machine, so that the page works without a network. The build
 * (plugin.js) makes one script of it, and puts in the files of its release.
 *
 * A page goes on with the release that it was opened with: the next one is fetched beside it, and takes over when the
 * visitor says so.
 */

import { setCacheNameDetails } from 'workbox-core';
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';

/** The files of the page, put in by the build. @type {{ url: string, revision: string | null }[]} */
const files = /** @type {any} */ (globalThis).FILES;
/** MNIST's files, which the page stores here once it has loaded them (features/on-this-machine). @type {string[]} */
const records = /** @type {any} */ (globalThis).RECORDS;

/** Types for workers are not at hand beside those for pages. */
const worker = /** @type {any} */ (globalThis);
const recordsCache = `glassbox-records-${worker.registration.scope}`;

setCacheNameDetails({ prefix: 'glassbox' });
cleanupOutdatedCaches();
precacheAndRoute(files, { ignoreURLParametersMatching: [/./] });

const addresses = records.map((file) => new URL(file, worker.registration.scope).href);
registerRoute(
  ({ url }) => addresses.includes(url.href),
  async ({ request }) => {
    const cache = await caches.open(recordsCache);
    return (await cache.match(request.url)) ?? fetch(request);
  },
);

worker.addEventListener('message', (/** @type {MessageEvent} */ { data }) => {
  // As workbox-window says it.
  if (data?.type === 'SKIP_WAITING') worker.skipWaiting();
});

/** Removes records of earlier releases. */
async function removeOthers() {
  const cache = await caches.open(recordsCache);
  for (const { url } of await cache.keys()) if (!addresses.includes(url)) await cache.delete(url);
}
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(removeOthers()));
