import { Turns } from '../../shared/turns.js';

/**
 * Stores the files that have been loaded and are not stored yet. They are in the browser's own cache still.
 *
 * One call after the other: of two at the same time, each would load what the other is loading.
 *
 * @param {() => string[]} loadedRecords the addresses of MNIST's files that the page has loaded
 */
export function recordsStore(loadedRecords) {
  const turns = new Turns();

  const store = async () => {
    try {
      const cache = await caches.open(recordsCache());
      for (const url of loadedRecords()) if (!(await cache.match(url))) await cache.add(url);
    } catch {
      // Full, or offline. The page goes on with what it has loaded.
    }
  };

  return () => turns.take(store);
}

/** As the service worker calls it (offline/service-worker.js). */
const recordsCache = () => `glassbox-records-${new URL('.', document.baseURI).href}`;
